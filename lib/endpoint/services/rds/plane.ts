import type { EngineFamily, PoolSettings, RdsPlace } from './records.ts';

/** Whom a proxy lets in, and how it presents itself to the database; or why a secret gives no such pair. */
export type Login =
  | {
      readonly kind: 'login';
      readonly username: string;
      readonly password: string;
      readonly isIam: boolean;
      readonly isMd5: boolean;
    }
  | { readonly kind: 'problem'; readonly problem: string };

/** A proxy as the plane that listens for it sees it. */
export interface ProxyDescription extends RdsPlace {
  readonly id: string;
  readonly name: string;
  readonly family: EngineFamily;
  /** Wanted; 0 lets the system choose. */
  readonly port: number;
  readonly isTlsRequired: boolean;
  readonly idleClientSeconds: number;
  readonly pool: PoolSettings;
  readonly target:
    { readonly host: string; readonly port: number; readonly database: string | undefined } | undefined;
  /** Read anew for every client, so that a changed secret counts at once. */
  logins(): readonly Login[];
}

export type UnavailableReason = 'UNREACHABLE' | 'CONNECTION_FAILED' | 'AUTH_FAILURE';

export type TargetHealth =
  | { readonly state: 'AVAILABLE' }
  | { readonly state: 'UNAVAILABLE'; readonly reason: UnavailableReason; readonly description: string };

/** What listens for proxies; the service tells it of every change. */
export interface ProxyPlane {
  /** Listens, or goes on listening, as described. Returns the port; throws when there is none to be had. */
  open(proxy: ProxyDescription): Promise<number>;
  close(id: string): Promise<void>;
  /** Asks the database itself, for three seconds at most. */
  probe(proxy: ProxyDescription): Promise<TargetHealth>;
}
