import type { CreateApiRequest, CreateApiResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi } from '../access.ts';
import { describeApi } from '../api-view.ts';
import { badRequest } from '../errors.ts';
import { assertRoom, chooseId } from '../new-api.ts';
import type { HttpApiParts } from '../parts.ts';
import { putQuickCreated } from '../quick-create.ts';
import type { ApiRecord } from '../records.ts';
import { checkSettings } from '../rules/api.ts';

export function createApi(parts: HttpApiParts): Operation<Given<CreateApiRequest>, CreateApiResponse> {
  const { repository, clock } = parts;
  return (input, context) => {
    const { ProtocolType } = input;
    if (ProtocolType !== 'HTTP' && ProtocolType !== 'WEBSOCKET')
      throw badRequest('Invalid protocol specified. Must be one of [HTTP, WEBSOCKET]');
    if (input.RouteKey !== undefined && input.Target === undefined)
      throw badRequest('RouteKey is for quick create, which needs a Target.');
    if (ProtocolType === 'WEBSOCKET' && input.Target !== undefined)
      throw badRequest('Quick create (Target) is not supported for WEBSOCKET APIs.');
    const settings = checkSettings(
      { Name: '', ProtocolType, DisableExecuteApiEndpoint: false, IpAddressType: 'ipv4', Tags: {} },
      input,
    );
    const apiId = chooseId(parts, settings);
    const { accountId, region } = context;
    const api: ApiRecord = { accountId, region, apiId, createdMs: clock.now(), settings };
    changeApi(parts, apiId, () => {
      assertRoom(parts, context);
      repository.insertApi(api);
      if (input.Target !== undefined) putQuickCreated(parts, apiId, { ...input, Target: input.Target });
    });
    const { Tags, ...created } = describeApi(api, context.baseUrl);
    // Only the answer to a creation leaves out what is not there.
    return { ...created, ...(input.Tags && { Tags }) };
  };
}
