import { findOrThrow } from './finding.ts';
import { ensureDefaultNetwork } from './default-network.ts';
import { createInterface } from './interfaces.ts';
import type { Ec2Parts } from './parts.ts';
import type { EndpointRecord, GroupRecord, Place, RuleRecord, SubnetRecord } from './records.ts';
import { contains } from './rules/cidr.ts';
import { zoneId } from './zones.ts';

/** An endpoint of a VPC, as the data plane of private APIs asks for it. */
export interface VpcEndpointFacts extends Place {
  readonly id: string;
  readonly vpcId: string;
  /** `com.amazonaws.us-east-1.execute-api`. */
  readonly serviceName: string;
  /** JSON; who may use it for what. */
  readonly policyDocument: string;
  readonly hasPrivateDns: boolean;
}

export interface SubnetFacts {
  readonly id: string;
  readonly vpcId: string;
  readonly zone: string;
  readonly cidr: string;
  readonly hasIpv6: boolean;
}

export interface GroupFacts {
  readonly id: string;
  readonly vpcId: string;
}

export interface MadeInterface {
  readonly id: string;
  readonly vpcId: string;
  readonly zone: string;
  readonly privateIp: string;
}

/** Networks as other services use them, without the wire. What is not there throws EC2's own ServiceErrors. */
export interface NetworkDoor {
  /** `use1-az1`; empty for a name that is no zone of the Region. */
  zoneId(region: string, zone: string): string;
  /** Whatever account and Region it is of; ids are unique. */
  vpcEndpoint(id: string): VpcEndpointFacts | undefined;
  subnetOrThrow(place: Place, id: string): SubnetFacts;
  groupOrThrow(place: Place, id: string): GroupFacts;
  defaultGroupOf(place: Place, vpcId: string): GroupFacts | undefined;
  /** An interface of its own, until `deleteInterface`. */
  createInterface(
    place: Place,
    wanted: {
      subnetId: string;
      groupIds: readonly string[];
      privateIp?: string | undefined;
      description: string;
    },
  ): MadeInterface;
  changeInterface(place: Place, id: string, groupIds: readonly string[]): void;
  deleteInterface(place: Place, id: string): void;
  /**
   * Interfaces of functions: one for each subnet with the same groups, shared by all claimants. Replaces what the
   * claimant had; those that nobody claims any more go.
   */
  claim(
    place: Place,
    claimant: string,
    wanted: { subnetIds: readonly string[]; groupIds: readonly string[]; description: string } | undefined,
  ): void;
  /** What all claimants held whose names begin like this. */
  release(place: Place, claimantPrefix: string): void;
  /** Whether rules of security groups let TCP from the one reach the other. */
  canReach(
    place: Place,
    from: { subnetIds: readonly string[]; groupIds: readonly string[] },
    to: { privateIp: string; groupIds: readonly string[] },
    port: number,
  ): boolean;
}

export function createNetworkDoor(parts: Ec2Parts): NetworkDoor {
  const { repository } = parts;
  return {
    zoneId,
    vpcEndpoint: (id) => {
      const found = repository.findAnywhere('endpoint', id);
      return found && endpointFacts(found);
    },
    subnetOrThrow(place, id) {
      ensureDefaultNetwork(parts, place);
      return subnetFacts(findOrThrow(parts, place, 'subnet', id));
    },
    groupOrThrow(place, id) {
      ensureDefaultNetwork(parts, place);
      return findOrThrow(parts, place, 'group', id);
    },
    defaultGroupOf: (place, vpcId) =>
      repository.listInVpc(place, 'group', vpcId).find(({ name }) => name === 'default'),
    createInterface: (place, wanted) => createInterface(parts, place, { ...wanted, type: 'interface' }),
    changeInterface(place, id, groupIds) {
      repository.put('interface', { ...findOrThrow(parts, place, 'interface', id), groupIds });
    },
    deleteInterface: (place, id) => repository.remove(place, 'interface', id),
    claim: (place, claimant, wanted) => repository.transaction(() => claim(parts, place, claimant, wanted)),
    release: (place, claimantPrefix) =>
      repository.transaction(() => letGo(parts, place, repository.dropClaims(place, claimantPrefix, true))),
    canReach: (place, from, to, port) => canReach(parts, place, from, to, port),
  };
}

const endpointFacts = (found: EndpointRecord): VpcEndpointFacts => ({
  accountId: found.accountId,
  region: found.region,
  id: found.id,
  vpcId: found.vpcId,
  serviceName: found.serviceName,
  policyDocument: found.policyDocument,
  hasPrivateDns: found.hasPrivateDns,
});

const subnetFacts = (found: SubnetRecord): SubnetFacts => ({
  id: found.id,
  vpcId: found.vpcId,
  zone: found.zone,
  cidr: found.cidr,
  hasIpv6: found.ipv6Cidr !== undefined,
});

function claim(
  parts: Ec2Parts,
  place: Place,
  claimant: string,
  wanted: Parameters<NetworkDoor['claim']>[2],
): void {
  const { repository } = parts;
  const held = repository.dropClaims(place, claimant, false);
  for (const subnetId of wanted?.subnetIds ?? []) {
    const groupIds = [...(wanted?.groupIds ?? [])].sort();
    const { vpcId } = findOrThrow(parts, place, 'subnet', subnetId);
    const shared = repository
      .listInVpc(place, 'interface', vpcId)
      .find(
        (found) =>
          found.type === 'lambda' && found.subnetId === subnetId && found.groupIds.join() === groupIds.join(),
      );
    const description = wanted?.description ?? '';
    const used = shared ?? createInterface(parts, place, { subnetId, groupIds, type: 'lambda', description });
    repository.claim(place, claimant, used.id);
  }
  letGo(parts, place, held);
}

function letGo({ repository }: Ec2Parts, place: Place, held: readonly string[]): void {
  for (const id of held) if (!repository.isClaimed(place, id)) repository.remove(place, 'interface', id);
}

/** Both sides must allow it: out of one of the caller's groups, into one of the target's. */
function canReach(
  { repository }: Ec2Parts,
  place: Place,
  from: Parameters<NetworkDoor['canReach']>[1],
  to: Parameters<NetworkDoor['canReach']>[2],
  port: number,
): boolean {
  const groupsOf = (ids: readonly string[]): GroupRecord[] =>
    ids.flatMap((id) => repository.find(place, 'group', id) ?? []);
  const subnets = from.subnetIds.flatMap((id) => repository.find(place, 'subnet', id) ?? []);
  const allows = (
    ids: readonly string[],
    isEgress: boolean,
    peer: { readonly blocks: readonly string[]; readonly groupIds: readonly string[] },
  ) =>
    groupsOf(ids).some(({ rules }) =>
      rules.some(
        (rule) =>
          rule.isEgress === isEgress && coversPort(rule, port) && isPeer(rule, peer.blocks, peer.groupIds),
      ),
    );
  return (
    allows(from.groupIds, true, { blocks: [`${to.privateIp}/32`], groupIds: to.groupIds }) &&
    allows(to.groupIds, false, { blocks: subnets.map(({ cidr }) => cidr), groupIds: from.groupIds })
  );
}

function coversPort({ protocol, fromPort = 0, toPort = 65_535 }: RuleRecord, port: number): boolean {
  return protocol === '-1' || (protocol === 'tcp' && fromPort <= port && port <= toPort);
}

function isPeer({ peer }: RuleRecord, blocks: readonly string[], groupIds: readonly string[]): boolean {
  if (peer.kind === 'group') return groupIds.includes(peer.groupId);
  return blocks.length > 0 && blocks.every((block) => contains(peer.cidr, block));
}
