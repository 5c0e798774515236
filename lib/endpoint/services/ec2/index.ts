/**
 * Amazon EC2: the networks that functions, file systems and private APIs name. No instances.
 *
 * Gaps
 * - Everything of EC2 but VPCs, subnets, security groups, network interfaces, Availability Zones, interface endpoints for
 *   `execute-api`, and tags. No gateways, route tables, network ACLs, prefix lists, DHCP options and peering; one IPv4
 *   block a VPC; blocks cannot be added or taken away later, attributes cannot be changed.
 * - Accepted, kept and shown without effect on traffic: which subnet and which security groups a function has, private
 *   DNS of endpoints. Functions reach whatever this machine reaches. Rules of security groups decide one thing: whether
 *   a function can mount a file system (TCP 2049).
 * - Texts of refusals are AWS's where they are widely recorded; those about tags, descriptions and missing
 *   permissions, and the way a filter refuses an unknown name, are unconfirmed.
 *
 * By design
 * - An account has a default VPC with a subnet in every zone and a default security group in every Region as soon as it
 *   looks there. Their ids follow from account and Region, so they are the same in every data folder. Once deleted they
 *   stay away until CreateDefaultVpc.
 * - Which zone has which letter and id follows AWS's lists; letters stand for the same zones in all accounts.
 * - Functions with the same subnet and groups share an interface, as on AWS; it goes at once with the last of them, where
 *   AWS takes minutes. Subnets and groups that an interface uses cannot be deleted.
 * - `DryRun` does the work and takes it back.
 *
 * Client quirks
 * - The CLI and Terraform read with filters (`vpc-id`, `group-name`, `isDefault`), not only with ids; unknown filters are
 *   refused, since an ignored one would show too much.
 * - Older tools send one permission as parameters beside each other (`IpProtocol`, `CidrIp`); these work too.
 */
import type { Database } from '../../store/database.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import type { Operation, Service } from '../service.ts';
import { ensureDefaultNetwork } from './default-network.ts';
import { dryRun } from './errors.ts';
import { operations } from './generated/operations.ts';
import { createNetworkDoor, type NetworkDoor, type VpcEndpointFacts } from './network-door.ts';
import type { Ec2Parts } from './parts.ts';
import { createEc2Repository, type Ec2Repository } from './repository.ts';

export type { NetworkDoor, VpcEndpointFacts } from './network-door.ts';

export interface Ec2Options {
  readonly database: Database;
  readonly clock: Clock;
}

export interface Ec2Service extends Service {
  readonly networks: NetworkDoor;
  /** For the data plane of private APIs. */
  getVpcEndpoint(id: string): VpcEndpointFacts | undefined;
}

export function createEc2Service({ database, clock }: Ec2Options): Ec2Service {
  const parts: Ec2Parts = { repository: createEc2Repository(database), clock };
  const networks = createNetworkDoor(parts);
  const bound = bindOperations(operations, parts);
  return {
    name: 'ec2',
    operations: Object.fromEntries(
      Object.entries(bound).map(([name, operation]) => [name, guarded(operation, parts)]),
    ),
    networks,
    getVpcEndpoint: (id) => networks.vpcEndpoint(id),
  };
}

/** Each operation is one transaction on a place that has its default network; `DryRun` takes it back. */
function guarded(operation: Operation, parts: Ec2Parts & { repository: Ec2Repository }): Operation {
  return (input: { readonly DryRun?: boolean | undefined }, context) => {
    ensureDefaultNetwork(parts, context);
    return parts.repository.transaction(() => {
      const output = operation(input as never, context);
      if (input.DryRun) throw dryRun();
      return output;
    });
  };
}
