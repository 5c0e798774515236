import type { CreateApiRequest } from '@aws-sdk/client-apigatewayv2';
import { badRequest } from '../errors.ts';
import type { ApiSettings } from '../records.ts';
import { assertCors } from './cors.ts';
import { assertTags } from './tags.ts';

type SettingsInput = Omit<Partial<CreateApiRequest>, 'ProtocolType' | 'RouteKey' | 'Target'>;

/** The settings that a change leaves, with what was not given as it was. */
export function checkSettings(before: ApiSettings, input: SettingsInput): ApiSettings {
  const name = input.Name ?? before.Name;
  if (name.length < 1 || name.length > 128) throw badRequest('API name must have 1 to 128 characters');
  if ((input.Description?.length ?? 0) > 1024)
    throw badRequest('Description must have at most 1024 characters');
  if ((input.Version?.length ?? 0) > 64) throw badRequest('Version must have at most 64 characters');
  const expression = input.RouteSelectionExpression?.replaceAll(/[{}]/g, '');
  if (expression !== undefined && expression !== '$request.method $request.path')
    throw badRequest(
      'Invalid routeSelectionExpression specified. HTTP APIs support $request.method $request.path only.',
    );
  if (input.IpAddressType !== undefined && !['ipv4', 'dualstack'].includes(input.IpAddressType))
    throw badRequest('Invalid ipAddressType specified. Must be one of [ipv4, dualstack]');
  if (input.CorsConfiguration) assertCors(input.CorsConfiguration);
  if (input.Tags) assertTags(input.Tags);
  return {
    Name: name,
    Description: input.Description ?? before.Description,
    Version: input.Version ?? before.Version,
    CorsConfiguration: input.CorsConfiguration ?? before.CorsConfiguration,
    DisableExecuteApiEndpoint: input.DisableExecuteApiEndpoint ?? before.DisableExecuteApiEndpoint,
    IpAddressType: input.IpAddressType ?? before.IpAddressType,
    Tags: input.Tags ?? before.Tags,
  };
}
