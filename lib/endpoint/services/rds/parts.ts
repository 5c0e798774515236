import type { Clock } from '../clock.ts';
import type { NetworkDoor } from '../ec2/index.ts';
import type { SecretDoor } from '../secretsmanager/index.ts';
import type { ProxyPlane, TargetHealth } from './plane.ts';
import type { RdsRepository } from './repository.ts';

/** What proxies ask of EC2. */
export type Networks = Pick<NetworkDoor, 'subnetOrThrow' | 'groupOrThrow' | 'defaultGroupOf'>;

/** What RDS's operations share. */
export interface RdsParts {
  readonly repository: RdsRepository;
  readonly clock: Clock;
  readonly secrets: SecretDoor;
  readonly networks: Networks;
  /** What listens, once the endpoint has started it. */
  readonly plane: { current: ProxyPlane | undefined };
  /** The last look at the health of a proxy's target, so that a page that asks often does not knock often. */
  readonly healths: Map<string, { readonly atMs: number; readonly health: Promise<TargetHealth> }>;
}
