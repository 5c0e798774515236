/** Values of General configuration that an address may propose, by the names of the fields. */
export interface ProposedGeneral {
  readonly description?: string;
  readonly memoryMb?: number;
  readonly ephemeralStorageMb?: number;
  readonly snapStart?: string;
  readonly timeoutSeconds?: number;
  readonly role?: string;
}

const texts = ['description', 'snapStart', 'role'] as const;
const numbers = ['memoryMb', 'ephemeralStorageMb', 'timeoutSeconds'] as const;
const textMax = 2_048;

/**
 * Reads what an address proposes; what is not a value is left out. Nothing is saved by it: the values stand in the
 * form, and its review shows them.
 */
export function proposedGeneral(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): ProposedGeneral {
  const read = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined);
  return Object.fromEntries([
    ...texts.flatMap((name) => {
      const text = read(name);
      return text !== undefined && text.length <= textMax ? [[name, text]] : [];
    }),
    ...numbers.flatMap((name) => {
      const text = read(name);
      return text !== undefined && /^\d{1,6}$/.test(text) ? [[name, Number(text)]] : [];
    }),
  ]) as ProposedGeneral;
}

/** The same for a section whose fields are all texts. */
export function proposedTexts(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = query[name];
      return typeof text === 'string' && text.length <= textMax ? [[name, text]] : [];
    }),
  );
}
