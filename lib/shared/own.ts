/**
 * The member of a table that is kept under a name somebody else chose: never one that every object inherits, so that
 * `constructor` and `__proto__` are as unknown as any other name.
 */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
