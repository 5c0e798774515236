import type { CreateApiRequest, CreateApiResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation, RequestContext } from '../../service.ts';
import { changeApi } from '../access.ts';
import { describeApi } from '../api-view.ts';
import { badRequest, conflict, tooMany } from '../errors.ts';
import { newId } from '../identifiers.ts';
import type { HttpApiParts } from '../parts.ts';
import { putQuickCreated } from '../quick-create.ts';
import type { ApiRecord, ApiSettings } from '../records.ts';
import { checkSettings } from '../rules/api.ts';
import { limits } from '../rules/limits.ts';

/** A tag by which scripts for local endpoints choose the id, and with it the address. */
const customIdTag = '_custom_id_';

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
    return describeApi(api, context.baseUrl);
  };
}

function chooseId({ repository }: HttpApiParts, { Tags }: ApiSettings): string {
  const chosen = Tags[customIdTag];
  if (chosen === undefined) return newId(10);
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(chosen))
    throw badRequest(
      `The tag ${customIdTag} has to be a host name: small letters, digits and hyphens, 63 at most.`,
    );
  if (repository.findApi(chosen)) throw conflict(`There is an API with the id '${chosen}' already.`);
  return chosen;
}

function assertRoom({ repository }: HttpApiParts, { accountId, region }: RequestContext): void {
  if (repository.listApis(accountId, region).length >= limits.apis) throw tooMany('Api', limits.apis);
}
