/** Lines of a text, 1 and up, that differ from another text; `removed` has lines missing before `firstLine`. */
export interface LineChange {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly kind: 'added' | 'changed' | 'removed';
}

/** Above this many comparisons the differing middle counts as one changed block. */
const comparisonsMax = 1_000_000;

/** Row by row lengths of the longest common subsequence of `a.slice(i)` and `b.slice(j)`. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const diagonal = (lengths[(i + 1) * width + j + 1] ?? 0) + 1;
      const skip = Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
      lengths[i * width + j] = a[i] === b[j] ? diagonal : skip;
    }
  }
  return lengths;
}

function blockOf(removed: number, added: number, line: number): LineChange | undefined {
  if (added > 0)
    return { firstLine: line, lastLine: line + added - 1, kind: removed > 0 ? 'changed' : 'added' };
  return removed > 0 ? { firstLine: line, lastLine: line, kind: 'removed' } : undefined;
}

function middleChanges(a: readonly string[], b: readonly string[], firstLine: number): LineChange[] {
  const whole = blockOf(a.length, b.length, firstLine);
  if (a.length === 0 || b.length === 0 || a.length * b.length > comparisonsMax) return whole ? [whole] : [];
  const lengths = commonLengths(a, b);
  const width = b.length + 1;
  const changes: LineChange[] = [];
  let [i, j, removed, added] = [0, 0, 0, 0];
  const flush = () => {
    const block = blockOf(removed, added, firstLine + j - added);
    if (block) changes.push(block);
    [removed, added] = [0, 0];
  };
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      flush();
      [i, j] = [i + 1, j + 1];
    } else if (
      j >= b.length ||
      (i < a.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      [i, removed] = [i + 1, removed + 1];
    } else {
      [j, added] = [j + 1, added + 1];
    }
  }
  flush();
  return changes;
}

/** Where `after` differs from `before`, top to bottom; line ends of either kind are the same. */
export function lineChanges(before: string, after: string): readonly LineChange[] {
  if (before === after) return [];
  const a = before.split(/\r\n?|\n/);
  const b = after.split(/\r\n?|\n/);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  return middleChanges(a.slice(start, a.length - end), b.slice(start, b.length - end), start + 1);
}
