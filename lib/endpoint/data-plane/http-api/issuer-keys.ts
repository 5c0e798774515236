import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { HttpIntegration } from '../integrations/http-proxy.ts';

/** AWS's limits for reading an issuer's documents. */
const fetchMsMax = 1500;
const documentBytesMax = 150_000;
const keptMs = 2 * 60 * 60 * 1000;
/** An unknown key id asks the issuer anew, but no more often than this: tokens are made up by anybody. */
const againAfterMs = 30_000;
const issuersMax = 100;

export interface IssuerKeys {
  /** Keys of an issuer; `isFresh` asks for newer ones than are kept. Rejects when the issuer cannot be read. */
  of(issuer: string, isFresh?: boolean): Promise<JWTVerifyGetKey>;
}

interface Kept {
  readonly readMs: number;
  readonly keys: Promise<JWTVerifyGetKey>;
}

/** Reads issuers by their discovery documents, under the rules for back ends, and keeps their keys. */
export function createIssuerKeys(http: HttpIntegration, now: () => number): IssuerKeys {
  const kept = new Map<string, Kept>();

  async function readJson(url: string): Promise<Record<string, unknown>> {
    const headers = new Map([['accept', ['application/json']]]);
    const result = await http.call({
      method: 'GET',
      url,
      headers,
      body: new Uint8Array(),
      timeoutMs: fetchMsMax,
    });
    if (result.kind !== 'answered') throw new Error(result.reason);
    const { status, body } = result.answer;
    if (status !== 200 || body.length > documentBytesMax)
      throw new Error(`${url} answered with status ${status} and ${body.length} bytes`);
    const value: unknown = JSON.parse(Buffer.from(body).toString());
    if (typeof value !== 'object' || value === null) throw new Error(`${url} is no JSON document`);
    return value as Record<string, unknown>;
  }

  async function read(issuer: string): Promise<JWTVerifyGetKey> {
    const discovery = await readJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    const { keys } = await readJson(String(discovery['jwks_uri']));
    if (!Array.isArray(keys)) throw new Error(`${String(discovery['jwks_uri'])} has no keys`);
    return createLocalJWKSet({ keys } as JSONWebKeySet);
  }

  return {
    of(issuer, isFresh = false) {
      const known = kept.get(issuer);
      const age = known ? now() - known.readMs : Infinity;
      if (known && age < (isFresh ? againAfterMs : keptMs)) return known.keys;
      const [oldest] = kept.keys();
      if (kept.size >= issuersMax && oldest !== undefined) kept.delete(oldest);
      const keys = read(issuer);
      kept.set(issuer, { readMs: now(), keys });
      keys.catch(() => {
        // A failure is not kept, unless something newer is there by now.
        if (kept.get(issuer)?.keys === keys) kept.delete(issuer);
      });
      return keys;
    },
  };
}
