import type { Socket } from 'node:net';
import type { ProxyDescription, TargetHealth } from '../../services/rds/index.ts';

/** What stands behind a proxy's port, for one family of databases. */
export interface FamilyProxy {
  /** A client has connected. */
  accept(socket: Socket): void;
  /** From here on the proxy is described otherwise; clients that are connected stay. */
  update(proxy: ProxyDescription): void;
  close(): void;
  probe(): Promise<TargetHealth>;
}
