import 'server-only';

/** Pages that are asked for; what lies beyond is told as cut off. */
const pagesMax = 10;

/** Goes through the pages of a list, up to a limit that is told. */
export async function collectPages<T>(
  page: (marker: string | undefined) => Promise<{ items: readonly T[]; next: string | undefined }>,
): Promise<{ readonly rows: readonly T[]; readonly isCut: boolean }> {
  const rows: T[] = [];
  let marker: string | undefined;
  for (let count = 0; count < pagesMax; count += 1) {
    const { items, next } = await page(marker);
    rows.push(...items);
    marker = next;
    if (!marker) break;
  }
  return { rows, isCut: marker !== undefined };
}
