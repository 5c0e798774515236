/** Pages to offer around the current one: the first, the last, the neighbours; `gap` stands for left-out ones. */
export function pageLinks(page: number, pageCount: number): readonly (number | 'gap')[] {
  const wanted = [1, page - 1, page, page + 1, pageCount].filter((n) => n >= 1 && n <= pageCount);
  if (page === 1 && pageCount > 3) wanted.push(3);
  const pages = [...new Set(wanted)].sort((a, b) => a - b);
  return pages.flatMap((n, index) => {
    const step = n - (pages[index - 1] ?? 0);
    if (step === 2) return [n - 1, n];
    return step > 2 ? ['gap' as const, n] : [n];
  });
}
