/**
 * What a check-up of functions finds: pure rules, so that each can be tested without a function. Two kinds of facts
 * are looked at: those that the list of functions has, and those that take calls for each function.
 */

import type { ConsoleError, ConsoleErrorKind } from './console-error.ts';
import type { FunctionRow } from './function-list.ts';
import type { PolicyStatement } from './policy.ts';
import { runtimeFacts, runtimeSupport } from './runtimes.ts';
import type { Result } from '../shared/result.ts';

export const severities = ['high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

/** Every kind of finding, gravest first. */
export const findingKinds = [
  'publicPolicy',
  'runtimeBlocked',
  'stateFailed',
  'publicUrl',
  'runtimeDeprecated',
  'stopped',
  'stateInactive',
  'eventsLost',
  'logsKept',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export const severityOf: Readonly<Record<FindingKind, Severity>> = {
  publicPolicy: 'high',
  runtimeBlocked: 'high',
  stateFailed: 'high',
  publicUrl: 'medium',
  runtimeDeprecated: 'medium',
  stopped: 'medium',
  stateInactive: 'low',
  eventsLost: 'low',
  logsKept: 'low',
};

export interface Finding {
  readonly kind: FindingKind;
  readonly functionName: string;
  /** The alias it is about. */
  readonly qualifier?: string;
  /** What shows it, in AWS's words: a runtime, a URL, a statement, a log group. */
  readonly evidence: string;
}

/** Checks that the list of functions answers, without a call for each function. */
export const listChecks = ['runtime', 'state'] as const;
/** Checks that take a call or two for each function. */
export const callChecks = ['policy', 'url', 'concurrency', 'async', 'logs'] as const;
export type CallCheck = (typeof callChecks)[number];

/** What the list of functions alone tells of one function. */
export function findingsOfRow(row: Pick<FunctionRow, 'name' | 'runtime' | 'state'>, now: Date): Finding[] {
  const found: Finding[] = [];
  const support = runtimeSupport(row.runtime, now);
  if (support === 'blocked' || support === 'deprecated') {
    const kind = support === 'blocked' ? 'runtimeBlocked' : 'runtimeDeprecated';
    const label = runtimeFacts(row.runtime)?.label ?? row.runtime;
    found.push({ kind, functionName: row.name, evidence: label });
  }
  if (row.state === 'Failed' || row.state === 'Inactive') {
    const kind = row.state === 'Failed' ? 'stateFailed' : 'stateInactive';
    found.push({ kind, functionName: row.name, evidence: row.state });
  }
  return found;
}

type Looked<T> = Result<T, ConsoleError>;

/** What calls for one function answered; each may have been refused. */
export interface FunctionFacts {
  readonly policy: Looked<readonly PolicyStatement[]>;
  readonly url: Looked<
    readonly { readonly url: string; readonly authType: string; readonly qualifier: string | undefined }[]
  >;
  /** Null: unreserved. */
  readonly concurrency: Looked<{ readonly reserved: number | null }>;
  /** ARNs, empty for none. */
  readonly async: Looked<{ readonly onFailure: string; readonly deadLetter: string }>;
  /** Without days lines are kept for ever; null: there is no group yet. */
  readonly logs: Looked<{ readonly group: string; readonly retentionDays: number | undefined } | null>;
}

/** Why one check could not be made for a function. */
export interface Refusal {
  readonly check: CallCheck;
  readonly kind: ConsoleErrorKind;
  readonly message: string;
}

/** What a look at one function found, and what it could not look at. */
export interface FunctionLook {
  readonly functionName: string;
  readonly findings: readonly Finding[];
  readonly refusals: readonly Refusal[];
}

/** One answer of the route: the next few functions by name. */
export interface LookPage {
  readonly looks: readonly FunctionLook[];
  /** Name after which the next look begins; undefined at the end. */
  readonly next: string | undefined;
}

/** Whether anybody at all may do what the statement allows. */
export function isPublicStatement({ effect, principal, conditions }: PolicyStatement): boolean {
  return effect === 'Allow' && conditions.length === 0 && principal.split(', ').includes('*');
}

const evidenceOf: {
  readonly [Check in CallCheck]: (
    facts: Extract<FunctionFacts[Check], { ok: true }>['data'],
  ) => readonly Omit<Finding, 'functionName'>[];
} = {
  policy: (statements) =>
    statements
      .filter(isPublicStatement)
      .map(({ id, action }) => ({ kind: 'publicPolicy', evidence: [id, action].filter(Boolean).join(': ') })),
  url: (urls) =>
    urls
      .filter(({ authType }) => authType === 'NONE')
      .map(({ url, qualifier }) => ({ kind: 'publicUrl', evidence: url, ...(qualifier && { qualifier }) })),
  concurrency: ({ reserved }) =>
    reserved === 0 ? [{ kind: 'stopped', evidence: 'ReservedConcurrentExecutions = 0' }] : [],
  // A destination for successes alone does not keep what failed.
  async: ({ onFailure, deadLetter }) =>
    onFailure || deadLetter ? [] : [{ kind: 'eventsLost', evidence: '' }],
  logs: (found) =>
    found && found.retentionDays === undefined ? [{ kind: 'logsKept', evidence: found.group }] : [],
};

/** The rules over what calls answered. A refused check is no finding: it is named as not looked at. */
export function lookOf(functionName: string, facts: FunctionFacts): FunctionLook {
  const findings: Finding[] = [];
  const refusals: Refusal[] = [];
  const read = <Check extends CallCheck>(check: Check) => {
    const looked: Looked<Parameters<(typeof evidenceOf)[Check]>[0]> = facts[check];
    if (looked.ok) {
      findings.push(...evidenceOf[check](looked.data).map((finding) => ({ ...finding, functionName })));
    } else refusals.push({ check, kind: looked.error.kind, message: looked.error.message });
  };
  callChecks.forEach(read);
  return { functionName, findings, refusals };
}

export interface FindingGroup {
  readonly kind: FindingKind;
  readonly findings: readonly Finding[];
}

/** Findings by severity and kind, gravest first, functions by name; without what has none. */
export function groupFindings(
  findings: readonly Finding[],
): readonly { readonly severity: Severity; readonly groups: readonly FindingGroup[] }[] {
  const groups = findingKinds
    .map((kind) => ({
      kind,
      findings: findings
        .filter((finding) => finding.kind === kind)
        .sort((a, b) => compareNames(a.functionName, b.functionName)),
    }))
    .filter((group) => group.findings.length > 0);
  return severities
    .map((severity) => ({ severity, groups: groups.filter(({ kind }) => severityOf[kind] === severity) }))
    .filter((part) => part.groups.length > 0);
}

/** One order for the server, which looks at functions name by name, and for the page. */
export const compareNames = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where one check stands over all functions that were looked at; the reasons of refusals once each. */
export function standOf(check: CallCheck, looks: readonly FunctionLook[]) {
  const refused = looks.flatMap(({ refusals }) => refusals.filter((refusal) => refusal.check === check));
  return {
    looked: looks.length - refused.length,
    refused: refused.length,
    reasons: [...new Map(refused.map((refusal) => [refusal.message, refusal])).values()],
  };
}

/** A field that a spreadsheet reads as text: quoted where needed, never as a formula. */
function csvField(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The findings as CSV (RFC 4180), in AWS's English words for scripts. */
export function findingsCsv(findings: readonly Finding[]): string {
  const rows = groupFindings(findings).flatMap(({ severity, groups }) =>
    groups.flatMap((group) =>
      group.findings.map(({ kind, functionName, qualifier = '', evidence }) => [
        severity,
        kind,
        functionName,
        qualifier,
        evidence,
      ]),
    ),
  );
  return [['severity', 'kind', 'function', 'qualifier', 'evidence'], ...rows]
    .map((fields) => `${fields.map(csvField).join(',')}\r\n`)
    .join('');
}
