/** One step of API Gateway's `patchOperations`. Values are always texts. */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace' | 'copy';
  readonly path: string;
  readonly value?: string;
  readonly from?: string;
}

/** One segment of a JSON pointer: `~` and `/` are written as `~0` and `~1`. */
export function pointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A member with one value. `null` and an empty text are nothing: the member is removed, or emptied where it may not go. */
export function patchMember(
  path: string,
  before: string | null,
  after: string | null,
  whenEmptied: 'remove' | 'replace' = 'replace',
): readonly PatchOperation[] {
  const [from, to] = [before ?? '', after ?? ''];
  if (from === to) return [];
  if (to === '' && whenEmptied === 'remove') return [{ op: 'remove', path }];
  return [{ op: 'replace', path, value: to }];
}

/** The entries of a map: new ones are added, changed ones replaced, missing ones removed; the rest is not touched. */
export function patchMap(
  path: string,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly PatchOperation[] {
  const removed = Object.keys(before)
    .filter((key) => !(key in after))
    .map((key): PatchOperation => ({ op: 'remove', path: `${path}/${pointer(key)}` }));
  const kept = Object.entries(after).flatMap(([key, value]): PatchOperation[] => {
    if (before[key] === value) return [];
    const op = key in before ? 'replace' : 'add';
    return [{ op, path: `${path}/${pointer(key)}`, value }];
  });
  return [...removed, ...kept];
}

/** The members of a list whose own text is their path, such as binary media types. */
export function patchSet(
  path: string,
  before: readonly string[],
  after: readonly string[],
): readonly PatchOperation[] {
  return [
    ...before
      .filter((item) => !after.includes(item))
      .map((item): PatchOperation => ({ op: 'remove', path: `${path}/${pointer(item)}` })),
    ...after
      .filter((item) => !before.includes(item))
      .map((item): PatchOperation => ({ op: 'add', path: `${path}/${pointer(item)}` })),
  ];
}

/** The members of a list that are named by their value, such as scopes and ARNs of user pools. */
export function patchValues(
  path: string,
  before: readonly string[],
  after: readonly string[],
): readonly PatchOperation[] {
  return [
    ...before
      .filter((item) => !after.includes(item))
      .map((value): PatchOperation => ({ op: 'remove', path, value })),
    ...after
      .filter((item) => !before.includes(item))
      .map((value): PatchOperation => ({ op: 'add', path, value })),
  ];
}
