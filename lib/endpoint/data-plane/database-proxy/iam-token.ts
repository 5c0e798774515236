import type { ProxyDescription } from '../../services/rds/index.ts';

const tokenSecondsMax = 900;

export interface TokenRequest {
  readonly method: 'GET';
  readonly path: '/';
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Whether a token is one for this user at this proxy, and of its time: a presigned request for `rds-db:connect`, as
 * `aws rds generate-db-auth-token` makes it. `callerOf` tells whose signature it is, which it verifies where keys are
 * configured.
 */
export function isTokenFor(
  asked: {
    readonly proxy: ProxyDescription;
    readonly user: string;
    readonly token: string;
    readonly nowMs: number;
  },
  callerOf: (request: TokenRequest) => { readonly accountId: string } | undefined,
): boolean {
  const { proxy, user, token, nowMs } = asked;
  const match = /^(?:https?:\/\/)?([^/?]+)\/?\?(.*)$/s.exec(token);
  const [, host = '', query = ''] = match ?? [];
  const values = new URLSearchParams(query);
  if (values.get('Action') !== 'connect' || values.get('DBUser') !== user) return false;
  if (!/^(?:127\.0\.0\.1|localhost):\d+$/.test(host) || !host.endsWith(`:${proxy.port}`)) return false;
  const made = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(values.get('X-Amz-Date') ?? '');
  if (!made) return false;
  const [year, month, day, hour, minute, second] = made.slice(1);
  const madeMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const seconds = Math.min(Number(values.get('X-Amz-Expires')), tokenSecondsMax);
  if (!(seconds > 0) || nowMs > madeMs + seconds * 1000 || nowMs < madeMs - tokenSecondsMax * 1000)
    return false;
  const caller = callerOf({ method: 'GET', path: '/', query, headers: { host } });
  return caller?.accountId === proxy.accountId;
}
