/** The filter language of every list: what a token means for the values of a row. */

export const filterOperators = ['=', '!=', ':', '!:', '<', '>'] as const;
/** `:` contains, `!:` does not contain. */
export type FilterOperator = (typeof filterOperators)[number];

function compareLoosely(left: string, right: string): number {
  const numbers = [Number(left), Number(right)] as const;
  return Number.isNaN(numbers[0]) || Number.isNaN(numbers[1]) || right.trim() === ''
    ? left.localeCompare(right)
    : numbers[0] - numbers[1];
}

/** Whether values, of which a row may have none or several, pass one token. Letters match in any case. */
export function valuesPass(
  values: readonly string[],
  token: { readonly operator: FilterOperator; readonly value: string },
): boolean {
  const wanted = token.value.toLowerCase();
  const has = (test: (value: string) => boolean) => values.some((value) => test(value.toLowerCase()));
  switch (token.operator) {
    case '=':
      return has((value) => value === wanted);
    case '!=':
      return !has((value) => value === wanted);
    case ':':
      return has((value) => value.includes(wanted));
    case '!:':
      return !has((value) => value.includes(wanted));
    case '<':
      return has((value) => compareLoosely(value, wanted) < 0);
    case '>':
      return has((value) => compareLoosely(value, wanted) > 0);
  }
}
