import type { GetRestApisRequest, RestApis } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { pageOf } from '../paging.ts';
import { showApi } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getRestApis(parts: RestApiParts): Operation<Given<GetRestApisRequest>, RestApis> {
  return (input, context) => {
    return pageOf(parts.repository.listApis(context), input, ({ apiId }) => apiId, showApi);
  };
}
