import { parseArn } from '../../../shared/arn.ts';
import { assertTargets } from '../apigateway/index.ts';
import type { RequestContext } from '../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from './access.ts';
import { findDomainOrThrow } from './domains.ts';
import { badRequest } from './errors.ts';
import type { HttpApiParts } from './parts.ts';
import { findVpcLinkOrThrow, putVpcLink } from './vpc-links.ts';

/**
 * An API or a stage by its ARN, `arn:aws:apigateway:{region}::/apis/{id}` and `…/stages/{name}` after it; a VPC link; or a
 * domain.
 */
export interface TaggedResource {
  readonly tags: Readonly<Record<string, string>>;
  setTags(tags: Readonly<Record<string, string>>): void;
}

export function findTagged(parts: HttpApiParts, context: RequestContext, text: string): TaggedResource {
  const arn = parseArn(text);
  const [, kind, id = ''] = /^\/(?:v2\/)?(vpclinks|domainnames)\/([^/]+)$/.exec(arn?.resource ?? '') ?? [];
  const isOurs = arn?.service === 'apigateway' && arn.region === context.region;
  if (isOurs && kind === 'vpclinks') return taggedLink(parts, context, id);
  if (isOurs && kind === 'domainnames') return taggedDomain(parts, context, id);
  const [, apiId, stageName] =
    /^\/(?:v2\/)?apis\/([^/]+)(?:\/stages\/([^/]+))?$/.exec(arn?.resource ?? '') ?? [];
  if (!isOurs || apiId === undefined)
    throw badRequest('Invalid resource ARN specified: it is none of this service in this Region.');
  const api = findApiOrThrow(parts, context, apiId);
  const { repository } = parts;
  const options = { isDeployed: false };
  if (stageName === undefined) {
    return {
      tags: api.settings.Tags,
      setTags: (Tags) =>
        changeApi(
          parts,
          apiId,
          () => repository.updateApi({ ...api, settings: { ...api.settings, Tags } }),
          options,
        ),
    };
  }
  const stage = findPartOrThrow(parts, apiId, 'stage', stageName);
  return {
    tags: stage.Tags ?? {},
    setTags: (Tags) =>
      changeApi(
        parts,
        apiId,
        () => repository.putPart(apiId, 'stage', stageName, { ...stage, Tags: { ...Tags } }),
        options,
      ),
  };
}

/** Links of both kinds have ARNs of one form. */
function taggedLink(parts: HttpApiParts, context: RequestContext, id: string): TaggedResource {
  const v1 = parts.vpcLinksV1.find(context, id);
  const link = v1 ? undefined : findVpcLinkOrThrow(parts, context, id);
  return {
    tags: v1?.tags ?? link?.Tags ?? {},
    setTags(tags) {
      assertTargets(tags);
      if (v1)
        parts.vpcLinksV1.put(context, id, { ...v1, tags: { ...tags } }, { createdMs: parts.clock.now() });
      if (link) putVpcLink(parts, context, { ...link, Tags: { ...tags } });
    },
  };
}

function taggedDomain(parts: HttpApiParts, context: RequestContext, id: string): TaggedResource {
  const domain = findDomainOrThrow(parts, context, id);
  const { createdMs } = domain;
  return {
    tags: domain.tags ?? {},
    setTags: (tags) => parts.domains.put(context, id, { ...domain, tags: { ...tags } }, { createdMs }),
  };
}
