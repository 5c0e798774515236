import { parseArn } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from './access.ts';
import { badRequest } from './errors.ts';
import type { HttpApiParts } from './parts.ts';

/** An API or a stage by its ARN: `arn:aws:apigateway:{region}::/apis/{id}` and `…/stages/{name}` after it. */
export interface TaggedResource {
  readonly tags: Readonly<Record<string, string>>;
  setTags(tags: Readonly<Record<string, string>>): void;
}

export function findTagged(parts: HttpApiParts, context: RequestContext, text: string): TaggedResource {
  const arn = parseArn(text);
  const [, apiId, stageName] =
    /^\/(?:v2\/)?apis\/([^/]+)(?:\/stages\/([^/]+))?$/.exec(arn?.resource ?? '') ?? [];
  if (arn?.service !== 'apigateway' || arn.region !== context.region || apiId === undefined)
    throw badRequest('Invalid resource ARN specified: it is none of an API or a stage in this Region.');
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
