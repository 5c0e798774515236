import type { CreateVpcLinkRequest, VpcLink } from '@aws-sdk/client-apigatewayv2';
import { assertTargets, type StoredVpcLinkV2 } from '../apigateway/index.ts';
import type { RequestContext } from '../service.ts';
import { badRequest, notFound, tooMany } from './errors.ts';
import { newId } from './identifiers.ts';
import type { HttpApiParts } from './parts.ts';
import type { StoredIntegration } from './records.ts';
import { limits } from './rules/limits.ts';
import { assertTags } from './rules/tags.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;
type LinkParts = Pick<HttpApiParts, 'vpcLinks'>;

export function findVpcLinkOrThrow({ vpcLinks }: LinkParts, place: Place, id: string): StoredVpcLinkV2 {
  const link = vpcLinks.find(place, id);
  if (!link) throw notFound('VPC Link', id);
  return link;
}

/** Available at once: nothing has to be built. Texts are unconfirmed. */
export function newVpcLink(parts: HttpApiParts, place: Place, input: CreateVpcLinkRequest): StoredVpcLinkV2 {
  const { Name, SubnetIds = [], SecurityGroupIds = [], Tags = {} } = input;
  assertTags(Tags);
  assertTargets(Tags);
  if (SubnetIds.length === 0) throw badRequest('SubnetIds must be non-empty');
  if (SubnetIds.length > limits.linkSubnets)
    throw badRequest(`A VPC link has at most ${limits.linkSubnets} subnets.`);
  const isForeign = (ids: readonly string[], prefix: string) => ids.find((id) => !id.startsWith(prefix));
  const foreign = isForeign(SubnetIds, 'subnet-') ?? isForeign(SecurityGroupIds, 'sg-');
  if (foreign !== undefined) throw badRequest(`Invalid subnet or security group identifier: ${foreign}`);
  if (parts.vpcLinks.list(place).length >= limits.vpcLinks) throw tooMany('VpcLink', limits.vpcLinks);
  const link: StoredVpcLinkV2 = {
    VpcLinkId: newId(6),
    Name: checkName(Name),
    SubnetIds,
    SecurityGroupIds,
    Tags,
    createdMs: parts.clock.now(),
  };
  putVpcLink(parts, place, link);
  return link;
}

export function putVpcLink({ vpcLinks }: LinkParts, place: Place, link: StoredVpcLinkV2): void {
  vpcLinks.put(place, link.VpcLinkId, link, { createdMs: link.createdMs });
}

export function checkName(name: string | undefined): string {
  if (!name || name.length > 128) throw badRequest('VpcLink name has 1 to 128 characters');
  return name;
}

/** Links that integrations of HTTP APIs or deployed methods of REST APIs use stay. */
export function assertUnused(parts: HttpApiParts, place: Place, id: string): void {
  const own = parts.repository.listLinkUsers(place, id).flatMap(({ apiId, integration }) => {
    const target = `integrations/${integration.IntegrationId}`;
    const routes = parts.repository.listParts(apiId, 'route').filter(({ Target }) => Target === target);
    const users = routes.map(({ RouteId }) => RouteId);
    return (users.length > 0 ? users : [integration.IntegrationId]).map(
      (user) => `${integration.IntegrationMethod ?? 'ANY'}:${user}`,
    );
  });
  const rest = parts.restApis.listLinkUsers(place, id).flatMap(({ apiId, stageName, snapshot }) =>
    Object.values(snapshot.resources).flatMap((resource) =>
      Object.values(resource.methods)
        .filter(({ methodIntegration }) => methodIntegration?.connectionId === id)
        .map(({ httpMethod }) => `${httpMethod}:${resource.id}:${apiId}:${stageName}`),
    ),
  );
  if (own.length + rest.length > 0)
    throw badRequest(
      `Cannot delete vpc link. Vpc link '${id}', is referenced in [${[...own, ...rest].join(', ')}] in format of [Method:Resource].`,
    );
}

/** A private integration names a link that is there. */
export function assertLinkOf(parts: LinkParts, place: Place, { ConnectionId }: StoredIntegration): void {
  if (ConnectionId !== undefined && !parts.vpcLinks.find(place, ConnectionId))
    throw badRequest(`Invalid VPC link identifier specified: ${ConnectionId}`);
}

export function showVpcLink({ createdMs, ...link }: StoredVpcLinkV2): VpcLink {
  return {
    CreatedDate: new Date(createdMs),
    Name: link.Name,
    SecurityGroupIds: [...link.SecurityGroupIds],
    SubnetIds: [...link.SubnetIds],
    Tags: { ...link.Tags },
    VpcLinkId: link.VpcLinkId,
    VpcLinkStatus: 'AVAILABLE',
    VpcLinkStatusMessage: 'VPC link is ready to route traffic',
    VpcLinkVersion: 'V2',
  };
}
