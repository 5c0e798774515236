import { partitionOf } from '../shared/arn.ts';

/** How a function signs in at a database proxy: with the secret's password, or with a token of its own role. */
export type ProxySignIn = 'password' | 'iam';
export type EngineFamily = 'POSTGRESQL' | 'MYSQL';

export const engineFamilies = ['POSTGRESQL', 'MYSQL'] as const satisfies readonly EngineFamily[];

/** Which engines of DB instances a proxy of a family is for. */
export function familyOfEngine(engine: string): EngineFamily | undefined {
  if (engine === 'postgres' || engine === 'aurora-postgresql') return 'POSTGRESQL';
  return ['mysql', 'mariadb', 'aurora-mysql'].includes(engine) ? 'MYSQL' : undefined;
}

/** Names of the inline policies that connecting adds to roles, by which a connection is known again. */
export const functionPolicyName = (proxy: string) => `lambdeck-rds-proxy-${proxy}`;
export const proxyPolicyName = (proxy: string) => `lambdeck-rds-proxy-secret-${proxy}`;

const policy = (action: string, resource: string | readonly string[]) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
});

/** What the proxy's role needs, to read the secret. */
export const secretPolicy = (secretArns: string | readonly string[]) =>
  policy('secretsmanager:GetSecretValue', secretArns);

/** What the execution role needs: the secret, or the right to connect as any user of this proxy. */
export function functionPolicy(
  signIn: ProxySignIn,
  facts: {
    readonly region: string;
    readonly account: string;
    /** `prx-…`; a star before the proxy is there. */
    readonly proxyId: string;
    readonly secretArns: readonly string[];
  },
) {
  const { region, account, proxyId, secretArns } = facts;
  if (signIn === 'password') return secretPolicy(secretArns);
  return policy(
    'rds-db:connect',
    `arn:${partitionOf(region)}:rds-db:${region}:${account}:dbuser:${proxyId}/*`,
  );
}

export interface ProxyAddress {
  readonly host: string;
  readonly port: number;
}

/** AWS's endpoint is a host at the engine's own port; other endpoints may put theirs behind it. */
export function proxyAddress(endpoint: string, engine: string): ProxyAddress {
  const match = /^(.+):(\d{1,5})$/.exec(endpoint);
  const usual = engine === 'MYSQL' ? 3306 : 5432;
  return match ? { host: match[1] ?? '', port: Number(match[2]) } : { host: endpoint, port: usual };
}
