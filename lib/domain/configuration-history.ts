/** What was changed of a function's configuration, told by the audit record and by its versions. */

export type HistoryValue = string | number | boolean | null;

/** One field that a change gave another value; undefined where the value is not known or not shown. */
export interface HistoryChange {
  readonly field: string;
  readonly from: HistoryValue | undefined;
  readonly to: HistoryValue | undefined;
}

export interface HistoryEntry {
  readonly id: string;
  /** ISO time. */
  readonly at: string;
  /** Name of the audited act, or that of a version. */
  readonly what:
    | { readonly kind: 'act'; readonly action: string }
    | { readonly kind: 'version'; readonly version: string; readonly isOldest: boolean };
  /** Undefined when it is not for the reader to know. */
  readonly who: string | undefined;
  readonly changes: readonly HistoryChange[];
}

/** Fields whose edit pages take proposed values, by section. */
const sectionFields = {
  general: ['description', 'memoryMb', 'ephemeralStorageMb', 'snapStart', 'timeoutSeconds', 'role'],
  monitoring: ['logFormat', 'applicationLevel', 'systemLevel', 'logGroup', 'tracing'],
  vpc: ['vpc', 'subnets', 'securityGroups', 'ipv6'],
  'file-systems': ['accessPoint', 'mountPath'],
  'durable-execution': ['executionTimeout', 'retentionDays', 'durableKey'],
  'capacity-provider': ['capacityProvider', 'memoryPerVCpu', 'environmentConcurrency'],
} as const;
export type HistorySection = keyof typeof sectionFields;
/** Sections whose fields mean something only together: subnets belong to a VPC. */
const wholeSections: readonly HistorySection[] = ['vpc', 'file-systems'];

export interface Restoration {
  readonly section: HistorySection;
  /** What the edit page is to propose. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * How a change of an entry is taken back by the edit page of its section; undefined for a field without one, for a
 * former value that is not known, and for one that the function has now.
 */
export function restorationOf(
  change: HistoryChange,
  all: readonly HistoryChange[],
  now: Readonly<Record<string, HistoryValue>>,
): Restoration | undefined {
  const section = (Object.keys(sectionFields) as HistorySection[]).find((name) =>
    (sectionFields[name] as readonly string[]).includes(change.field),
  );
  if (!section || change.from === undefined || change.from === now[change.field]) return undefined;
  const fields: readonly string[] = sectionFields[section];
  const taken = wholeSections.includes(section)
    ? all.filter(({ field }) => fields.includes(field))
    : [change];
  return {
    section,
    values: Object.fromEntries(
      taken.flatMap(({ field, from }) => (from === undefined ? [] : [[field, String(from ?? '')]])),
    ),
  };
}

/** Before a name: what the audit record keeps of the value that was there. */
export const formerPrefix = 'was.';

type Details = Readonly<Record<string, unknown>>;

const valueOf = (value: unknown): HistoryValue | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : Array.isArray(value)
      ? value.join(', ')
      : undefined;

/** Members of the details that name the place of a change and are no field of it. */
const notFields = new Set(['section', 'qualifier', 'version', 'omitted']);

/** The fields of an audited change. Where former values are kept, only those fields changed; otherwise all are told. */
export function changesOf(details: Details): HistoryChange[] {
  const former = Object.keys(details).filter((name) => name.startsWith(formerPrefix));
  if (former.length > 0) {
    return former.map((key) => {
      const field = key.slice(formerPrefix.length);
      return { field, from: valueOf(details[key]), to: valueOf(details[field]) };
    });
  }
  return Object.entries(details).flatMap(([field, value]) => {
    const to = valueOf(value);
    return to === undefined || notFields.has(field) ? [] : [{ field, from: undefined, to }];
  });
}

/** The former values of the fields that changed, as an audit record keeps them. */
export function formerValues(
  before: Readonly<Record<string, HistoryValue>>,
  after: Readonly<Record<string, HistoryValue | undefined>>,
): Readonly<Record<string, HistoryValue>> {
  return Object.fromEntries(
    Object.entries(before).flatMap(([field, value]) =>
      field in after && after[field] !== value ? [[`${formerPrefix}${field}`, value]] : [],
    ),
  );
}

/** Fields of a version that differ from those of the one before it. */
export function versionChanges(
  before: Readonly<Record<string, HistoryValue>>,
  after: Readonly<Record<string, HistoryValue>>,
): HistoryChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, from: before[field], to: after[field] }],
  );
}
