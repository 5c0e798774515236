import type { Database } from '../../store/database.ts';
import { badRequest } from './errors.ts';
import { createItemTable } from './items-repository.ts';

/**
 * The tag of a VPC link that says where the link leads here, in place of a load balancer: a base URL such as
 * `http://127.0.0.1:8080/base`. With a slash and the last part of a listener's or service's ARN after it, it is for that
 * one alone. Calls keep to the same address rules as all other integrations.
 */
export const targetTag = 'lambdeck:target';

interface Place {
  readonly accountId: string;
  readonly region: string;
}

export interface LinkTarget {
  /** Undefined when no tag says it. */
  readonly address: string | undefined;
  /** Those of API Gateway V2 send the stage on to the back end. */
  readonly isV2: boolean;
}

/** VPC links of both kinds, for the data plane. They act at once; no deployment holds them. */
export interface VpcLinkDirectory {
  /** Undefined for a link that is not there. `target` is the ARN of what an integration means behind the link. */
  find(place: Place, linkId: string, target?: string): LinkTarget | undefined;
}

/** Throws unless the tags that name local targets hold addresses. */
export function assertTargets(tags: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(tags)) {
    if (name !== targetTag && !name.startsWith(`${targetTag}/`)) continue;
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const isBase = url && /^https?:$/.test(url.protocol) && `${url.username}${url.search}${url.hash}` === '';
    if (!isBase)
      throw badRequest(
        `The tag ${name} is the base URL that the link leads to, such as http://127.0.0.1:8080`,
      );
  }
}

function addressIn(tags: Readonly<Record<string, string>>, target: string | undefined): string | undefined {
  const last = target?.split('?')[0]?.split('/').at(-1);
  return tags[`${targetTag}/${last}`] ?? tags[targetTag];
}

export const vpcLinkKinds = { v1: 'vpc-link', v2: 'vpc-link-v2' } as const;

export function createVpcLinkDirectory(database: Database): VpcLinkDirectory {
  const first = createItemTable<{ tags?: Record<string, string> }>(database, vpcLinkKinds.v1);
  const second = createItemTable<{ Tags?: Record<string, string> }>(database, vpcLinkKinds.v2);
  return {
    find(place, linkId, target) {
      const v1 = first.find(place, linkId);
      if (v1) return { address: addressIn(v1.tags ?? {}, target), isV2: false };
      const v2 = second.find(place, linkId);
      return v2 && { address: addressIn(v2.Tags ?? {}, target), isV2: true };
    },
  };
}
