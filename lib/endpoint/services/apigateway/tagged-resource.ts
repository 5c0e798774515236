import { parseArn } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { changeDraft, changeStage, findApiOrThrow, findStageOrThrow } from './access.ts';
import { findCertificateOrThrow } from './client-certificates.ts';
import { findDomainOrThrow } from './domains.ts';
import { badRequest } from './errors.ts';
import { findKeyOrThrow } from './keys.ts';
import { assertTargets } from './link-targets.ts';
import type { RestApiParts } from './parts.ts';
import { findPlanOrThrow } from './plans.ts';
import { findVpcLinkOrThrow } from './vpc-links.ts';

type Tags = Readonly<Record<string, string>>;

export interface TaggedResource {
  readonly tags: Tags;
  setTags(tags: Tags): void;
}

/** By ARNs such as `arn:aws:apigateway:{region}::/restapis/{id}` and `…/stages/{name}` after it. */
export function findTagged(parts: RestApiParts, context: RequestContext, text: string): TaggedResource {
  const arn = parseArn(text);
  const [, kind, id = '', stageName] =
    /^\/(restapis|apikeys|usageplans|domainnames|vpclinks|clientcertificates)\/([^/]+)(?:\/stages\/([^/]+))?$/.exec(
      arn?.resource ?? '',
    ) ?? [];
  if (arn?.service !== 'apigateway' || arn.region !== context.region || kind === undefined)
    throw badRequest('Invalid resource ARN specified: it is none of this service in this Region.');
  const { items, clock } = parts;
  const createdMs = clock.now();
  if (kind === 'restapis' && stageName !== undefined) {
    findApiOrThrow(parts, context, id);
    return {
      tags: findStageOrThrow(parts, id, stageName).tags ?? {},
      setTags: (tags) =>
        changeStage(parts, context, id, stageName, (stage) => void (stage.tags = { ...tags })),
    };
  }
  if (kind === 'restapis') {
    return {
      tags: findApiOrThrow(parts, context, id).tags,
      setTags: (tags) => changeDraft(parts, context, id, (_draft, api) => void (api.tags = { ...tags })),
    };
  }
  if (kind === 'apikeys') {
    const key = findKeyOrThrow(parts, context, id);
    return {
      tags: key.tags ?? {},
      setTags: (tags) =>
        items.keys.put(context, id, { ...key, tags: { ...tags } }, { createdMs, lookup: key.value }),
    };
  }
  if (kind === 'usageplans') {
    const plan = findPlanOrThrow(parts, context, id);
    return {
      tags: plan.tags ?? {},
      setTags: (tags) => items.plans.put(context, id, { ...plan, tags: { ...tags } }, { createdMs }),
    };
  }
  if (kind === 'domainnames') {
    const domain = findDomainOrThrow(parts, context, id);
    return {
      tags: domain.tags ?? {},
      setTags: (tags) => items.domains.put(context, id, { ...domain, tags: { ...tags } }, { createdMs }),
    };
  }
  if (kind === 'clientcertificates') {
    const certificate = findCertificateOrThrow(parts, context, id);
    return {
      tags: certificate.tags,
      setTags: (tags) =>
        items.clientCertificates.put(context, id, { ...certificate, tags: { ...tags } }, { createdMs }),
    };
  }
  return taggedLink(parts, context, id);
}

/** Links of both kinds have ARNs of one form. */
function taggedLink({ items, clock }: RestApiParts, context: RequestContext, id: string): TaggedResource {
  const createdMs = clock.now();
  const v2 = items.vpcLinksV2.find(context, id);
  const link = v2 ? undefined : findVpcLinkOrThrow({ items }, context, id);
  return {
    tags: v2?.Tags ?? link?.tags ?? {},
    setTags(tags) {
      assertTargets(tags);
      if (v2) items.vpcLinksV2.put(context, id, { ...v2, Tags: { ...tags } }, { createdMs });
      if (link) items.vpcLinks.put(context, id, { ...link, tags: { ...tags } }, { createdMs });
    },
  };
}
