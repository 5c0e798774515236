import 'server-only';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { RestSettings } from '@/lib/domain/rest-api/parts';
import { readRestApi } from '@/lib/queries/api';
import type { Place } from '@/lib/routes';
import { succeed, type Result } from '@/lib/shared/result';

/** The settings of a REST API, as its form edits them. */
export async function getRestSettings(
  place: Place,
  apiId: string,
): Promise<Result<RestSettings, ConsoleError>> {
  const found = await readRestApi(place, apiId);
  if (!found.ok) return found;
  const { data } = found;
  return succeed({
    name: data.name ?? '',
    description: data.description ?? '',
    endpointType: data.endpointConfiguration?.types?.[0] ?? 'EDGE',
    ipAddressType: data.endpointConfiguration?.ipAddressType ?? 'ipv4',
    vpcEndpointIds: data.endpointConfiguration?.vpcEndpointIds ?? [],
    apiKeySource: data.apiKeySource ?? 'HEADER',
    isAddressOff: data.disableExecuteApiEndpoint ?? false,
    binaryMediaTypes: data.binaryMediaTypes ?? [],
    compression: data.minimumCompressionSize === undefined ? '' : String(data.minimumCompressionSize),
  });
}

/** The resource policy as JSON; empty where there is none. AWS escapes its quotes once more. */
export async function getRestPolicy(place: Place, apiId: string): Promise<Result<string, ConsoleError>> {
  const found = await readRestApi(place, apiId);
  if (!found.ok) return found;
  const text = found.data.policy ?? '';
  return succeed(text.includes('\\"') ? text.replaceAll('\\"', '"') : text);
}
