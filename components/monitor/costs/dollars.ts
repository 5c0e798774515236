/** US dollars; sums under ten cents to the first digits that say something. */
export function dollars(value: number): string {
  const digits = value > 0 && value < 0.1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 };
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: value > 0 && value < 0.1 ? undefined : 2,
    ...digits,
  }).format(value);
}
