/** The members that a caller gave, so that others stay as they were. */
export function given<Input extends object, Name extends keyof Input>(
  input: Input,
  names: readonly Name[],
): Partial<Pick<Input, Name>> {
  const found: Partial<Pick<Input, Name>> = {};
  for (const name of names) if (input[name] !== undefined) found[name] = input[name];
  return found;
}
