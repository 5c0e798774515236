/** `V1`: to a Network Load Balancer, for REST APIs. `V2`: into subnets, for HTTP and REST APIs. */
export const linkVersions = ['V2', 'V1'] as const;
export type LinkVersion = (typeof linkVersions)[number];

export interface VpcLink {
  readonly id: string;
  readonly version: LinkVersion;
  readonly name: string;
  /** Of V1 alone. */
  readonly description: string;
  /** AWS's word: AVAILABLE, PENDING, DELETING, FAILED, INACTIVE. */
  readonly status: string;
  readonly statusMessage: string;
  /** ARNs of load balancers; of V1 alone. */
  readonly targets: readonly string[];
  /** These two are of V2 alone. */
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  /** ISO time; V1 does not say. */
  readonly createdAt: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

/** The tag by which an endpoint without VPCs is told where a link leads. */
export const localTargetTag = 'lambdeck:target';

/** Where a link leads by its tags: the address, and for which listener or service alone. */
export function localTargets({ tags }: Pick<VpcLink, 'tags'>) {
  return Object.entries(tags)
    .filter(([key]) => key === localTargetTag || key.startsWith(`${localTargetTag}/`))
    .map(([key, address]) => ({ listener: key.slice(localTargetTag.length + 1), address }));
}
