import type { CreateApiRequest } from '@aws-sdk/client-apigatewayv2';
import { badRequest } from '../errors.ts';
import { protocolOf, type ApiSettings } from '../records.ts';
import { assertCors } from './cors.ts';
import { assertApiKeySelection, assertRouteSelection } from './selection-expression.ts';
import { assertTags } from './tags.ts';

type SettingsInput = Omit<Partial<CreateApiRequest>, 'ProtocolType' | 'RouteKey' | 'Target'>;

/** The settings that a change leaves, with what was not given as it was. */
export function checkSettings(before: ApiSettings, input: SettingsInput): ApiSettings {
  const name = input.Name ?? before.Name;
  if (name.length < 1 || name.length > 128) throw badRequest('API name must have 1 to 128 characters');
  if ((input.Description?.length ?? 0) > 1024)
    throw badRequest('Description must have at most 1024 characters');
  if ((input.Version?.length ?? 0) > 64) throw badRequest('Version must have at most 64 characters');
  const own = protocolOf({ settings: before }) === 'WEBSOCKET' ? webSocketSettings(before, input) : undefined;
  if (!own) assertHttpSettings(input);
  if (input.IpAddressType !== undefined && !['ipv4', 'dualstack'].includes(input.IpAddressType))
    throw badRequest('Invalid ipAddressType specified. Must be one of [ipv4, dualstack]');
  if (input.CorsConfiguration) assertCors(input.CorsConfiguration);
  if (input.Tags) assertTags(input.Tags);
  return {
    ...(before.ProtocolType && { ProtocolType: before.ProtocolType }),
    Name: name,
    Description: input.Description ?? before.Description,
    Version: input.Version ?? before.Version,
    CorsConfiguration: input.CorsConfiguration ?? before.CorsConfiguration,
    DisableExecuteApiEndpoint: input.DisableExecuteApiEndpoint ?? before.DisableExecuteApiEndpoint,
    IpAddressType: input.IpAddressType ?? before.IpAddressType,
    Tags: input.Tags ?? before.Tags,
    ...(before.ImportInfo && { ImportInfo: before.ImportInfo }),
    ...(before.Warnings && { Warnings: before.Warnings }),
    ...own,
  };
}

function assertHttpSettings(input: SettingsInput): void {
  const expression = input.RouteSelectionExpression?.replaceAll(/[{}]/g, '');
  if (expression !== undefined && expression !== '$request.method $request.path')
    throw badRequest(
      'Invalid routeSelectionExpression specified. HTTP APIs support $request.method $request.path only.',
    );
  if (input.DisableSchemaValidation === true)
    throw badRequest('DisableSchemaValidation is not supported for HTTP APIs.');
  if (input.ApiKeySelectionExpression !== undefined)
    throw badRequest('ApiKeySelectionExpression is not supported for HTTP APIs.');
}

function webSocketSettings(before: ApiSettings, input: SettingsInput) {
  if (input.CorsConfiguration) throw badRequest('CorsConfiguration is not supported for WEBSOCKET APIs.');
  const route = input.RouteSelectionExpression ?? before.RouteSelectionExpression;
  const key = input.ApiKeySelectionExpression ?? before.ApiKeySelectionExpression;
  if (route === undefined)
    throw badRequest(
      'Route Selection Expression is required for WEBSOCKET protocol, such as $request.body.action',
    );
  assertRouteSelection(route);
  if (key !== undefined) assertApiKeySelection(key);
  const isUnchecked = input.DisableSchemaValidation ?? before.DisableSchemaValidation;
  return {
    RouteSelectionExpression: route,
    ApiKeySelectionExpression: key ?? '$request.header.x-api-key',
    ...(isUnchecked !== undefined && { DisableSchemaValidation: isUnchecked }),
  };
}
