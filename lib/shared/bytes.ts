const units = ['B', 'KB', 'MB', 'GB'] as const;

/** `0 B`, `162 B`, `4 KB`, `1.4 MB`: one decimal under ten, in steps of 1,024. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  const rounded = Number(value.toFixed(digits));
  // 1023.9 KB would read "1024 KB".
  if (rounded >= 1024 && unit < units.length - 1) return `1 ${units[unit + 1]}`;
  return `${rounded.toLocaleString('en-US')} ${units[unit]}`;
}
