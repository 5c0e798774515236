/** The ways to reach AWS, in the order the form offers them; `embedded` is the endpoint inside. */
export const connectionKinds = [
  'embedded',
  'default-chain',
  'profile',
  'static-keys',
  'assumed-role',
  'custom-endpoint',
] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

/** Colour of the chip in the top bar: one sees where one is before acting. */
export const connectionTones = ['local', 'shared', 'production'] as const;
export type ConnectionTone = (typeof connectionTones)[number];

/** A name as an id for addresses: `Team A (prod)` → `team-a-prod`. Empty when no letter or digit is left. */
export function connectionIdOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}
