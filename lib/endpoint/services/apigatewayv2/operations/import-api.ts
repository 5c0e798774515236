import type { ImportApiRequest, ImportApiResponse } from '@aws-sdk/client-apigatewayv2';
import { assertNoWarnings, parseDefinition } from '../../openapi/index.ts';
import type { Given, Operation } from '../../service.ts';
import { changeApi } from '../access.ts';
import { describeApi } from '../api-view.ts';
import { assertRoom, chooseId } from '../new-api.ts';
import { importInto } from '../openapi/import.ts';
import type { HttpApiParts } from '../parts.ts';

/** Makes an API of a document. No stage comes with it (unconfirmed). */
export function importApi(parts: HttpApiParts): Operation<Given<ImportApiRequest>, ImportApiResponse> {
  const { repository, clock } = parts;
  return (input, context) => {
    const definition = parseDefinition(Buffer.from(input.Body));
    const { accountId, region } = context;
    const settings = {
      Name: definition.title,
      ProtocolType: 'HTTP',
      DisableExecuteApiEndpoint: false,
      IpAddressType: 'ipv4',
      Tags: {},
    } as const;
    const apiId = chooseId(parts, { Tags: {} });
    const blank = { accountId, region, apiId, createdMs: clock.now(), settings };
    const api = changeApi(parts, apiId, () => {
      assertRoom(parts, context);
      repository.insertApi(blank);
      const { api: imported, found } = importInto(parts, blank, definition, input.Basepath);
      assertNoWarnings(found.warnings, input.FailOnWarnings);
      return imported;
    });
    return describeApi(api, context.baseUrl);
  };
}
