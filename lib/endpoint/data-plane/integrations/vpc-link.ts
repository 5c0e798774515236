import type { VpcLinkDirectory } from '../../services/apigateway/index.ts';
import type { IntegrationResult } from './integration.ts';

/** Finds where VPC links lead. */
export type LinkDoor = VpcLinkDirectory['find'];

type Failed = Extract<IntegrationResult, { kind: 'failed' | 'unavailable' | 'too-large' }>;

export interface LinkBase {
  /** Of the local target, without a slash at its end. */
  readonly base: string;
  readonly isTls: boolean;
  readonly isV2: boolean;
}

/**
 * The local target that stands in for what is behind a VPC link: the address in the link's tag. A link without one leads
 * nowhere, as one to a load balancer without instances does. Whether the address may be called at all is the HTTP
 * integration's to say, by the same rules as any other.
 */
export function linkBase(
  find: LinkDoor,
  place: Parameters<LinkDoor>[0],
  { linkId, target }: { readonly linkId: string; readonly target?: string | undefined },
): LinkBase | Failed {
  const link = find(place, linkId, target);
  if (!link) return { kind: 'failed', reason: `there is no VPC link ${linkId === '' ? '(no id)' : linkId}` };
  const { address, isV2 } = link;
  if (address === undefined)
    return {
      kind: 'unavailable',
      reason: `VPC link ${linkId} leads nowhere: its tag lambdeck:target gives no address such as http://127.0.0.1:8080`,
    };
  return { base: address.replace(/\/+$/, ''), isTls: /^https:/i.test(address), isV2 };
}
