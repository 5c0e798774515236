import * as z from 'zod';
import { roles, type Role } from './domain/roles.ts';

// Settings of the sign-in through an OpenID provider. Their messages never repeat a value: one of them is a secret.

/** How people sign in through an OpenID provider. */
export interface OidcSettings {
  /** Exactly as the provider writes itself, since tokens are compared with it. */
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined for a public client, which PKCE alone protects. */
  readonly clientSecret: string | undefined;
  /** Separated by spaces, `openid` among them. */
  readonly scopes: string;
  /** What people call the provider; stands on the button. */
  readonly name: string;
  /** Name of the claim that lists groups, or a path of names with dots. */
  readonly groupsClaim: string;
  readonly roleOfGroup: ReadonlyMap<string, Role>;
  /** Role of those whom no group gives one; undefined refuses them. */
  readonly defaultRole: Role | undefined;
}

const issuerWords =
  'must be an https:// address without query or fragment (http:// only for this machine itself)';

function isIssuer(text: string): boolean {
  if (!URL.canParse(text) || /[?#\s]/.test(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname))
  );
}

const role = z.enum(roles);

/** `admins=admin, CN\=x=viewer`: the last equals sign parts group and role. Names with commas need the JSON form. */
function pairsOf(text: string): [group: string, role: string][] {
  return text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const at = part.lastIndexOf('=');
      return [part.slice(0, Math.max(at, 0)).trim(), part.slice(at + 1).trim()];
    });
}

function jsonPairsOf(text: string): [group: string, role: string][] | undefined {
  try {
    return Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(text)));
  } catch {
    return undefined;
  }
}

const roleOfGroup = z.string().transform((text, context): ReadonlyMap<string, Role> => {
  const pairs = text.trim().startsWith('{') ? jsonPairsOf(text) : pairsOf(text);
  const read = pairs?.map(([group, name]) => [group, role.safeParse(name).data] as const);
  const wrong = read?.some(([group, known]) => group === '' || known === undefined) ?? true;
  if (wrong || new Set(read?.map(([group]) => group)).size !== read?.length) {
    context.addIssue({
      code: 'custom',
      message: `must list groups once each as group=role, separated by commas, or as a JSON object; roles are ${roles.join(', ')}`,
    });
    return z.NEVER;
  }
  return new Map(read.flatMap(([group, known]) => (known === undefined ? [] : [[group, known]])));
});

/** The settings as they stand in the environment. */
export const oidcEnvironment = {
  LAMBDECK_OIDC_ISSUER: z.string().refine(isIssuer, issuerWords).optional(),
  LAMBDECK_OIDC_CLIENT_ID: z.string().max(512).optional(),
  LAMBDECK_OIDC_CLIENT_SECRET: z.string().max(4_096).optional(),
  LAMBDECK_OIDC_SCOPES: z
    .string()
    .regex(/^[\x21\x23-\x5b\x5d-\x7e ]+$/, 'must list scopes, separated by spaces')
    .refine((text) => text.split(' ').includes('openid'), 'must contain the scope openid')
    .optional(),
  LAMBDECK_OIDC_NAME: z
    .string()
    .trim()
    .regex(/^[^\p{C}]{1,40}$/u, 'must have 1 to 40 characters')
    .optional(),
  LAMBDECK_OIDC_GROUPS_CLAIM: z.string().max(200).optional(),
  LAMBDECK_OIDC_ROLES: roleOfGroup.optional(),
  LAMBDECK_OIDC_DEFAULT_ROLE: z.enum([...roles, 'none'], `must be ${roles.join(', ')} or none`).optional(),
};
type OidcEnvironment = z.output<z.ZodObject<typeof oidcEnvironment>> & {
  readonly LAMBDECK_ADMIN_PASSWORD?: string | undefined;
};
type Name = keyof typeof oidcEnvironment;

/** What is wrong with the settings together: the name of one and why it cannot be used. */
export function oidcProblem(settings: OidcEnvironment): { setting: string; why: string } | undefined {
  if (settings.LAMBDECK_OIDC_ISSUER === undefined) {
    const lonely = (Object.keys(oidcEnvironment) as Name[]).find((name) => settings[name] !== undefined);
    return lonely && { setting: lonely, why: 'LAMBDECK_OIDC_ISSUER is not set' };
  }
  if (settings.LAMBDECK_OIDC_CLIENT_ID === undefined) {
    const why = 'LAMBDECK_OIDC_CLIENT_ID is not set, under which the provider knows this console';
    return { setting: 'LAMBDECK_OIDC_ISSUER', why };
  }
  if (settings.LAMBDECK_ADMIN_PASSWORD === undefined) {
    const why =
      'LAMBDECK_ADMIN_PASSWORD is not set, and the local administrator is the way in when the provider is down';
    return { setting: 'LAMBDECK_OIDC_ISSUER', why };
  }
  const givesRoles = (settings.LAMBDECK_OIDC_ROLES?.size ?? 0) > 0;
  if (!givesRoles && (settings.LAMBDECK_OIDC_DEFAULT_ROLE ?? 'none') === 'none') {
    const why = 'nobody would get in: set LAMBDECK_OIDC_ROLES or LAMBDECK_OIDC_DEFAULT_ROLE';
    return { setting: 'LAMBDECK_OIDC_ISSUER', why };
  }
  return undefined;
}

/** The settings without a problem, or undefined when nobody signs in through a provider. */
export function oidcSettings(settings: OidcEnvironment): OidcSettings | undefined {
  const { LAMBDECK_OIDC_ISSUER: issuer, LAMBDECK_OIDC_CLIENT_ID: clientId } = settings;
  if (issuer === undefined || clientId === undefined) return undefined;
  const defaultRole = settings.LAMBDECK_OIDC_DEFAULT_ROLE ?? 'none';
  return {
    issuer,
    clientId,
    clientSecret: settings.LAMBDECK_OIDC_CLIENT_SECRET,
    scopes: settings.LAMBDECK_OIDC_SCOPES ?? 'openid profile email',
    name: settings.LAMBDECK_OIDC_NAME ?? new URL(issuer).hostname,
    groupsClaim: settings.LAMBDECK_OIDC_GROUPS_CLAIM ?? 'groups',
    roleOfGroup: settings.LAMBDECK_OIDC_ROLES ?? new Map(),
    defaultRole: defaultRole === 'none' ? undefined : defaultRole,
  };
}
