import type { GetApisRequest, GetApisResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { describeApi } from '../api-view.ts';
import { pageOf } from '../paging.ts';
import type { HttpApiParts } from '../parts.ts';

export function getApis(parts: HttpApiParts): Operation<Given<GetApisRequest>, GetApisResponse> {
  return (input, { accountId, region, baseUrl }) =>
    pageOf(
      parts.repository.listApis(accountId, region),
      input,
      ({ apiId }) => apiId,
      (api) => describeApi(api, baseUrl),
    );
}
