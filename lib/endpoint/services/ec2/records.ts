/** Networks as the endpoint keeps them: one JSON document each, found by account, Region, kind and id. */

export interface Place {
  readonly accountId: string;
  readonly region: string;
}

interface Resource extends Place {
  readonly id: string;
  /** Of a VPC, its own id. */
  readonly vpcId: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface VpcRecord extends Resource {
  readonly cidr: string;
  readonly ipv6Cidr?: string;
  readonly isDefault: boolean;
}

export interface SubnetRecord extends Resource {
  readonly zone: string;
  readonly cidr: string;
  readonly ipv6Cidr?: string;
  readonly isDefaultForZone: boolean;
}

export type RulePeer =
  | { readonly kind: 'ipv4' | 'ipv6'; readonly cidr: string }
  | { readonly kind: 'group'; readonly groupId: string; readonly accountId: string };

export interface RuleRecord {
  readonly id: string;
  readonly isEgress: boolean;
  /** `-1` for every protocol, else `tcp`, `udp`, `icmp`, `icmpv6` or a number. */
  readonly protocol: string;
  /** Absent where every protocol is meant; types and codes for ICMP. */
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly peer: RulePeer;
  readonly description?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface GroupRecord extends Resource {
  readonly name: string;
  readonly description: string;
  readonly rules: readonly RuleRecord[];
}

export type InterfaceType = 'lambda' | 'interface' | 'vpc_endpoint';

export interface InterfaceRecord extends Resource {
  readonly subnetId: string;
  readonly zone: string;
  readonly groupIds: readonly string[];
  readonly description: string;
  readonly type: InterfaceType;
  readonly privateIp: string;
  readonly createdMs: number;
}

export interface EndpointRecord extends Resource {
  readonly serviceName: string;
  readonly subnetIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly interfaceIds: readonly string[];
  readonly hasPrivateDns: boolean;
  readonly policyDocument: string;
  readonly createdMs: number;
}

export interface RecordOf {
  readonly vpc: VpcRecord;
  readonly subnet: SubnetRecord;
  readonly group: GroupRecord;
  readonly interface: InterfaceRecord;
  readonly endpoint: EndpointRecord;
}

export type Kind = keyof RecordOf;
