import type { GetRestApiRequest, RestApi } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { showOneApi } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getRestApi(parts: RestApiParts): Operation<Given<GetRestApiRequest>, RestApi> {
  return (input, context) => {
    return showOneApi(findApiOrThrow(parts, context, input.restApiId));
  };
}
