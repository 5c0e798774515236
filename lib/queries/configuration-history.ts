import 'server-only';
import { ListVersionsByFunctionCommand, type FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { AuditAction } from '@/lib/audit/events';
import { listActsOn } from '@/lib/audit/read';
import { auditKeptDays } from '@/lib/audit/record';
import { requireUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import {
  changesOf,
  versionChanges,
  type HistoryEntry,
  type HistoryValue,
} from '@/lib/domain/configuration-history';
import type { ConsoleError } from '@/lib/domain/console-error';
import { tuningMark } from '@/lib/domain/memory-tuning';
import { generalFromOutput } from '@/lib/forms/general';
import { sectionFromOutput } from '@/lib/forms/sections';
import type { Place } from '@/lib/routes';

/** Acts that give a function another setting; what they reveal, run or deploy is told elsewhere. */
const actions: readonly AuditAction[] = [
  'function.create',
  'function.code-update',
  'function.configuration-update',
  'function.environment-update',
  'function.tags-update',
  'function.runtime-update',
  'function.package-update',
  'function.layers-update',
  'function.concurrency-update',
  'function.provisioned-update',
  'function.provisioned-remove',
  'function.async-update',
  'function.async-remove',
  'function.recursion-update',
  'function.url-update',
  'function.url-delete',
  'function.destination-update',
  'function.signing-update',
  'function.memory-restore',
];
const actsMax = 200;
/** AWS hands out 50 at once, the oldest first. */
const versionPagesMax = 20;
const versionsShownMax = 100;
const entriesPerPage = 25;

export interface ConfigurationHistory {
  /** One page of them, the newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly isCut: boolean;
  readonly keptDays: number;
  readonly page: number;
  readonly pageCount: number;
  /** What each field has now, for those that can be given a value here. */
  readonly now: Readonly<Record<string, HistoryValue>>;
  /** Why the versions are not among the entries. */
  readonly versionsError: ConsoleError | undefined;
}

/** All that is compared of a configuration. Of environment variables the names, and whether a value differs. */
function fieldsOf(output: FunctionConfiguration): Record<string, HistoryValue> {
  const layers = (output.Layers ?? []).map(({ Arn = '' }) => Arn.split(':').slice(-2).join(':'));
  return {
    ...generalFromOutput(output),
    ...sectionFromOutput.monitoring(output),
    ...sectionFromOutput.vpc(output),
    ...sectionFromOutput['file-systems'](output),
    ...sectionFromOutput['durable-execution'](output),
    ...sectionFromOutput['capacity-provider'](output),
    runtime: output.Runtime ?? '',
    handler: output.Handler ?? '',
    architecture: output.Architectures?.[0] ?? 'x86_64',
    code: (output.CodeSha256 ?? '').slice(0, 12),
    layers: layers.join(', '),
    variables: Object.keys(output.Environment?.Variables ?? {})
      .sort()
      .join(', '),
  };
}

/** A change of values alone leaves the names equal: told as such, without either value. */
function variablesChanged(before: FunctionConfiguration, after: FunctionConfiguration): boolean {
  const [was, is] = [before.Environment?.Variables ?? {}, after.Environment?.Variables ?? {}];
  return Object.keys(is).some((name) => name in was && was[name] !== is[name]);
}

function versionEntries(outputs: readonly FunctionConfiguration[]): HistoryEntry[] {
  const versions = outputs.filter(
    ({ Version, Description }) => Version !== '$LATEST' && Description !== tuningMark,
  );
  return versions.flatMap((output, index) => {
    const before = versions[index - 1];
    const version = output.Version ?? '';
    const changes = before ? versionChanges(fieldsOf(before), fieldsOf(output)) : [];
    const values =
      before && variablesChanged(before, output) && !changes.some(({ field }) => field === 'variables')
        ? [{ field: 'variables', from: undefined, to: undefined }]
        : [];
    return {
      id: `version-${version}`,
      at: toIso(output.LastModified),
      what: { kind: 'version', version, isOldest: before === undefined },
      who: undefined,
      changes: [...changes, ...values],
    } satisfies HistoryEntry;
  });
}

/** AWS writes `+0000`, which not every reader of ISO times takes. */
function toIso(text: string | undefined): string {
  const ms = Date.parse((text ?? '').replace(/\+0000$/, 'Z'));
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString();
}

/** What was changed of a function, here and by its versions. Administrators see who did; others their own name. */
export async function getConfigurationHistory(
  place: Place,
  functionName: string,
  words: { readonly you: string; readonly someone: string },
  askedPage: string | undefined,
): Promise<ConfigurationHistory> {
  const user = await requireUser('viewer');
  const isAdmin = roleIncludes(user.role, 'admin');
  const records = listActsOn({ ...place, name: functionName }, actions, actsMax + 1);
  const acts = records.slice(0, actsMax).map(({ id, at, action, actor, details }): HistoryEntry => ({
    id: `act-${id}`,
    at,
    what: { kind: 'act', action },
    who: actor.id === user.id ? words.you : isAdmin ? actor.name : words.someone,
    changes: changesOf(details),
  }));
  let versions: HistoryEntry[] = [];
  let now: Readonly<Record<string, HistoryValue>> = {};
  let isCut = records.length > actsMax;
  let versionsError: ConsoleError | undefined;
  try {
    const outputs = await listConfigurations(place, functionName);
    const latest = outputs.find(({ Version }) => Version === '$LATEST');
    if (latest) now = fieldsOf(latest);
    const all = versionEntries(outputs);
    versions = all.slice(-versionsShownMax);
    isCut ||= all.length > versions.length;
  } catch (error) {
    versionsError = toConsoleError(error, { operation: 'lambda:ListVersionsByFunction' });
  }
  const entries = [...acts, ...versions].sort((a, b) => b.at.localeCompare(a.at));
  const pageCount = Math.max(1, Math.ceil(entries.length / entriesPerPage));
  const page = Math.min(pageCount, Math.max(1, Number.parseInt(askedPage ?? '1', 10) || 1));
  return {
    entries: entries.slice((page - 1) * entriesPerPage, page * entriesPerPage),
    page,
    pageCount,
    isCut: isCut && page === pageCount,
    keptDays: auditKeptDays,
    now,
    versionsError,
  };
}

async function listConfigurations(place: Place, functionName: string): Promise<FunctionConfiguration[]> {
  const { lambda } = await awsFor(place);
  const outputs: FunctionConfiguration[] = [];
  let Marker: string | undefined;
  for (let page = 0; page < versionPagesMax; page += 1) {
    const output = await lambda.send(
      new ListVersionsByFunctionCommand({ FunctionName: functionName, Marker }),
    );
    outputs.push(...(output.Versions ?? []));
    Marker = output.NextMarker;
    if (!Marker) break;
  }
  return outputs;
}
