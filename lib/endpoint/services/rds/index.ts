/**
 * Amazon RDS: databases that run elsewhere, registered as DB instances, and database proxies before them.
 *
 * Gaps: starting, changing and restoring databases, clusters, snapshots, subnet and parameter groups; proxies for SQL
 * Server and clusters, more endpoints of a proxy, `DefaultAuthScheme` IAM_AUTH, IPv6. What asks for one of them is refused
 * with NotImplemented. Of MySQL and MariaDB a proxy forwards bytes: the client signs in to the database itself and not with
 * the secret, connections are limited (to the percentage of 151, MySQL's default) and not shared, and health is told from
 * the server's greeting; RequireTLS, IAM and InitQuery are refused there. `DebugLogging` and security groups are kept and
 * have no effect; the proxy's role is kept and not asked for its rights, and neither is `rds-db:connect` of those who sign
 * in by IAM.
 *
 * By design: no database is started here. CreateDBInstance registers one that runs, at the address in its tag
 * `lambdeck:address` (`host:port`), which AddTagsToResource may change; without it the call is refused. MasterUserPassword
 * and AllocatedStorage are looked at and not kept, and `available` means registered. DeleteDBInstance forgets the
 * registration alone. A proxy listens on 127.0.0.1 at a port of its own, and keeps it. It signs clients in with the user
 * and password of its secret (SCRAM, MD5, or an IAM token over TLS), and itself to the database with the same; towards the
 * database TLS is used when that offers it, its certificate unchecked, as `sslmode=prefer` does. The proxy's own
 * certificate is self-signed and lies in the data folder as `rds-proxy.crt`. Connections are shared between transactions.
 * A client keeps its own ("pinned") after SET, PREPARE, LISTEN, temporary tables, advisory locks, sequences' state, named
 * statements, long texts and whatever is not surely free of such; between two clients `DISCARD ALL` is run. Health is
 * asked of the database when DescribeDBProxyTargets is, at most every three seconds.
 *
 * Client quirks: `Endpoint` of a proxy has its port in it (AWS: a host name, at the engine's own port). Names are kept in
 * lower case. `TargetHealth` of a fresh registration is REGISTERING. Texts of refusals are partly unconfirmed.
 */
import type { Database } from '../../store/database.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import type { SecretDoor } from '../secretsmanager/index.ts';
import type { Service } from '../service.ts';
import { operations } from './generated/operations.ts';
import type { Networks, RdsParts } from './parts.ts';
import type { ProxyPlane } from './plane.ts';
import { applyProxy } from './proxies.ts';
import { createRdsRepository } from './repository.ts';

export type { Login, ProxyDescription, ProxyPlane, TargetHealth } from './plane.ts';

export interface RdsService extends Service {
  /** From here on proxies listen, those of the last run first. One that cannot is told and waits for its next change. */
  start(plane: ProxyPlane): Promise<void>;
}

export function createRdsService(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: SecretDoor;
  readonly networks: Networks;
  readonly onFailure: (message: string, error: unknown) => void;
}): RdsService {
  const parts: RdsParts = {
    repository: createRdsRepository(options.database),
    clock: options.clock,
    secrets: options.secrets,
    networks: options.networks,
    plane: { current: undefined },
    healths: new Map(),
  };
  return {
    name: 'rds',
    operations: bindOperations(operations, parts),
    async start(plane) {
      parts.plane.current = plane;
      for (const proxy of parts.repository.everyProxy()) {
        try {
          await applyProxy(parts, proxy);
        } catch (error) {
          options.onFailure(`The database proxy ${proxy.name} does not listen`, error);
        }
      }
    },
  };
}
