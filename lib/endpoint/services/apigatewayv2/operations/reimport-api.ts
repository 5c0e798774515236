import type { ReimportApiRequest, ReimportApiResponse } from '@aws-sdk/client-apigatewayv2';
import { assertNoWarnings, parseDefinition } from '../../openapi/index.ts';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow } from '../access.ts';
import { describeApi } from '../api-view.ts';
import { badRequest } from '../errors.ts';
import { importInto } from '../openapi/import.ts';
import type { HttpApiParts } from '../parts.ts';
import { protocolOf } from '../records.ts';

export function reimportApi(parts: HttpApiParts): Operation<Given<ReimportApiRequest>, ReimportApiResponse> {
  return (input, context) => {
    const definition = parseDefinition(Buffer.from(input.Body));
    const api = changeApi(parts, input.ApiId, () => {
      const before = findApiOrThrow(parts, context, input.ApiId);
      if (protocolOf(before) !== 'HTTP') throw badRequest('ReimportApi is not supported for WEBSOCKET APIs.');
      const { api: imported, found } = importInto(parts, before, definition, input.Basepath);
      assertNoWarnings(found.warnings, input.FailOnWarnings);
      return imported;
    });
    return describeApi(api, context.baseUrl);
  };
}
