import { parsePercent, routingShares, type AliasRouting } from '@/lib/domain/alias-routing';
import { workingCopy } from '@/lib/domain/qualifier';
import type { AliasChanges } from '@/lib/forms/versions';

/** The fields as they are typed; the weight stays text, so that a half-typed one is not changed under the hands. */
export interface AliasDraft {
  readonly name: string;
  readonly description: string;
  readonly version: string;
  /** Empty: every call goes to `version`. */
  readonly second: string;
  readonly percent: string;
}

export interface AliasValues extends AliasRouting {
  readonly name: string;
  readonly description: string;
}

export type AliasField = 'name' | 'description' | 'version' | 'second';
export type AliasProblem =
  'namePattern' | 'versionMissing' | 'additionalLatest' | 'additionalSame' | 'weightBad';

export const newAlias = (version: string): AliasValues => ({ name: '', description: '', version });

export function toDraft(values: AliasValues): AliasDraft {
  return {
    name: values.name,
    description: values.description,
    version: values.version,
    second: values.second?.version ?? '',
    percent: String(values.second?.percent ?? 0),
  };
}

/** The routing as typed; a weight that cannot be read is NaN. */
export function draftRouting({ version, second, percent }: AliasDraft): AliasRouting {
  return second === ''
    ? { version }
    : { version, second: { version: second, percent: parsePercent(percent) } };
}

const isSameRouting = (a: AliasRouting['second'], b: AliasRouting['second']) =>
  a?.version === b?.version && a?.percent === b?.percent;

/** The fields that differ from what is saved; `second` is null where it goes. */
export function aliasChanges(saved: AliasValues, draft: AliasDraft): AliasChanges {
  const { version, second } = draftRouting(draft);
  return {
    ...(draft.description !== saved.description && { description: draft.description }),
    ...(version !== saved.version && { version }),
    ...(!isSameRouting(second, saved.second) && { second: second ?? null }),
  };
}

/** What keeps a field from being sent. A name that is not typed yet is none: nothing is red before its time. */
export function aliasProblems(draft: AliasDraft, isNew: boolean): Partial<Record<AliasField, AliasProblem>> {
  const { second } = draftRouting(draft);
  const isLatest = draft.version === workingCopy || second?.version === workingCopy;
  const secondProblem: AliasProblem | undefined = !second
    ? undefined
    : isLatest
      ? 'additionalLatest'
      : second.version === draft.version
        ? 'additionalSame'
        : Number.isNaN(second.percent)
          ? 'weightBad'
          : undefined;
  const isNameBad = isNew && draft.name !== '' && !/^(?!\d+$)[a-zA-Z0-9-_]{1,128}$/.test(draft.name);
  return {
    ...(isNameBad && { name: 'namePattern' }),
    ...(draft.version === '' && { version: 'versionMissing' }),
    ...(secondProblem && { second: secondProblem }),
  };
}

/** My changes on top of what somebody else saved. */
export function rebaseAlias(draft: AliasDraft, from: AliasValues, onto: AliasValues): AliasDraft {
  const mine = aliasChanges(from, draft);
  const base = toDraft(onto);
  return {
    ...base,
    ...(mine.description !== undefined && { description: draft.description }),
    ...(mine.version !== undefined && { version: draft.version }),
    ...(mine.second !== undefined && { second: draft.second, percent: draft.percent }),
  };
}

/** `3` or `3: 95 % · 4: 5 %`, by the words for one share. */
export function routingText(
  routing: AliasRouting,
  share: (part: { version: string; percent: number }) => string,
): string {
  const shares = routingShares(routing);
  return shares.length === 1 ? routing.version : shares.map(share).join(' · ');
}
