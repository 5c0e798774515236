import type { CreateVpcLinkRequest, UpdateVpcLinkRequest } from '@aws-sdk/client-api-gateway';
import { parseArn } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { badRequest, limitExceeded, notFound } from './errors.ts';
import { newId } from './identifiers.ts';
import { assertTargets } from './link-targets.ts';
import type { RestApiParts, StoredVpcLink } from './parts.ts';
import { applyPatch, text, type PatchRule } from './patch.ts';
import { limits } from './rules/limits.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;

export function findVpcLinkOrThrow(
  parts: Pick<RestApiParts, 'items'>,
  place: Place,
  id: string,
): StoredVpcLink {
  const link = parts.items.vpcLinks.find(place, id);
  if (!link) throw notFound('Invalid Vpc Link identifier specified');
  return link;
}

export function newVpcLink(parts: RestApiParts, place: Place, input: CreateVpcLinkRequest): StoredVpcLink {
  if (!input.name) throw badRequest('Name cannot be empty');
  const { targetArns = [] } = input;
  if (targetArns.length > 1) throw badRequest('More than one target arn specified for vpc link.');
  if (targetArns.length === 0) throw badRequest('VpcLink target ARNs must be non-empty');
  const wrong = targetArns.find((arn) => parseArn(arn) === undefined);
  if (wrong !== undefined) throw badRequest(`Invalid ARN. ARN is not well formed ${wrong}`);
  assertTargets(input.tags ?? {});
  if (parts.items.vpcLinks.list(place).length >= limits.vpcLinks)
    throw limitExceeded(`Maximum number of VPC links for this account has been reached: ${limits.vpcLinks}.`);
  const link: StoredVpcLink = {
    id: newId(6),
    name: input.name,
    description: input.description,
    targetArns,
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

/** Links that deployed methods use stay. Whether one is named by a stage variable is known at a call only. */
export function assertUnused(
  { repository }: Pick<RestApiParts, 'repository'>,
  place: Place,
  id: string,
): void {
  const users = repository.listLinkUsers(place, id).flatMap(({ apiId, stageName, snapshot }) =>
    Object.values(snapshot.resources).flatMap((resource) =>
      Object.values(resource.methods)
        .filter(({ methodIntegration }) => methodIntegration?.connectionId === id)
        .map(({ httpMethod }) => `${apiId}:${httpMethod}:${resource.id}:${stageName}`),
    ),
  );
  if (users.length > 0)
    throw badRequest(
      `Cannot delete vpc link. Vpc link '${id}', is referenced in [${users.join(', ')}] in format of [RESTApiId:Method:Resource:Stage].`,
    );
}
