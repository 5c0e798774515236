import type { CreateVpcLinkRequest, UpdateVpcLinkRequest } from '@aws-sdk/client-api-gateway';
import type { RequestContext } from '../service.ts';
import { badRequest, limitExceeded, notFound } from './errors.ts';
import { newId } from './identifiers.ts';
import type { RestApiParts, StoredVpcLink } from './parts.ts';
import { applyPatch, text, type PatchRule } from './patch.ts';
import { limits } from './rules/limits.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;

export function findVpcLinkOrThrow(parts: RestApiParts, place: Place, id: string): StoredVpcLink {
  const link = parts.items.vpcLinks.find(place, id);
  if (!link) throw notFound('Invalid Vpc Link identifier specified');
  return link;
}

export function newVpcLink(parts: RestApiParts, place: Place, input: CreateVpcLinkRequest): StoredVpcLink {
  if (!input.name) throw badRequest('VpcLink name must be non-empty');
  if (input.targetArns?.length !== 1) throw badRequest('A VpcLink has exactly one target ARN');
  if (parts.items.vpcLinks.list(place).length >= limits.vpcLinks)
    throw limitExceeded(`Maximum number of VPC links for this account has been reached: ${limits.vpcLinks}.`);
  const link: StoredVpcLink = {
    id: newId(6),
    name: input.name,
    description: input.description,
    targetArns: input.targetArns,
    status: 'AVAILABLE',
    statusMessage: 'Your vpc link is ready for use',
    tags: input.tags ?? {},
  };
  parts.items.vpcLinks.put(place, link.id, link, { createdMs: parts.clock.now() });
  return link;
}

const rules: readonly PatchRule<StoredVpcLink>[] = [text('name'), text('description', { isRemovable: true })];

export function changeVpcLink(
  parts: RestApiParts,
  place: Place,
  { vpcLinkId = '', patchOperations }: UpdateVpcLinkRequest,
): StoredVpcLink {
  const link = findVpcLinkOrThrow(parts, place, vpcLinkId);
  applyPatch(link, patchOperations, rules);
  parts.items.vpcLinks.put(place, link.id, link, { createdMs: parts.clock.now() });
  return link;
}
