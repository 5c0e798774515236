import type { OidcSettings } from '@/lib/config-oidc';
import { roles, type Role } from '@/lib/domain/roles';

type Claims = Readonly<Record<string, unknown>>;

const nameCharactersMax = 64;
const groupsMax = 2_000;

/** A claim by its name; a name with dots that no claim has is a path (`realm_access.roles`). */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split('.')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, part)
          ? (value as Record<string, unknown>)[part]
          : undefined,
      claims,
    );
}

/** The groups that a person is in. A provider with one group may write it without a list. */
export function groupsOf(claims: Claims, claim: string): string[] {
  const value = claimAt(claims, claim);
  const list: unknown[] = Array.isArray(value) ? value.slice(0, groupsMax) : [value];
  return list.filter((group) => typeof group === 'string');
}

/** The strongest role that one of the groups gives, else the default; undefined for who may not come in. */
export function roleOf(
  groups: readonly string[],
  settings: Pick<OidcSettings, 'roleOfGroup' | 'defaultRole'>,
): Role | undefined {
  const given = groups.map((group) => settings.roleOfGroup.get(group));
  return [...roles].reverse().find((role) => given.includes(role)) ?? settings.defaultRole;
}

/** What a person is called here: a name that cannot hide signs or turn the direction of what follows. */
export function nameOf(claims: Claims & { readonly sub: string }): string {
  const candidates = [claims.preferred_username, claims.email, claims.name, claims.sub];
  const names = candidates.map((text) =>
    typeof text === 'string'
      ? [...text.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, nameCharactersMax).join('').trim()
      : '',
  );
  return names.find((name) => name !== '') ?? 'nameless';
}
