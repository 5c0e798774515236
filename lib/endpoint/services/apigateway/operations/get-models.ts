import type { GetModelsRequest, Models } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { pageOf } from '../paging.ts';
import type { RestApiParts } from '../parts.ts';

export function getModels(parts: RestApiParts): Operation<Given<GetModelsRequest>, Models> {
  return (input, context) => {
    const { models } = findApiOrThrow(parts, context, input.restApiId).draft;
    const sorted = Object.values(models).sort((left, right) => (left.name < right.name ? -1 : 1));
    return pageOf(
      sorted,
      input,
      ({ name }) => name,
      (model) => model,
    );
  };
}
