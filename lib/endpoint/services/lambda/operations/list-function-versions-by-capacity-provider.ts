import type {
  ListFunctionVersionsByCapacityProviderRequest,
  ListFunctionVersionsByCapacityProviderResponse,
} from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { findProviderOrThrow, providerArn } from '../capacity-providers.ts';
import { toStates } from '../configuration.ts';
import { functionArn } from '../names.ts';
import { decodeMarker, encodeMarker, pageSize } from '../paging.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { shortPagingConstraints } from '../rules/function-constraints.ts';

/** Published versions; the working copy gets no instances. */
export function listFunctionVersionsByCapacityProvider(
  parts: LambdaParts,
): Operation<
  Given<ListFunctionVersionsByCapacityProviderRequest>,
  ListFunctionVersionsByCapacityProviderResponse
> {
  return (input, context) => {
    assertConstraints(shortPagingConstraints, input);
    const provider = findProviderOrThrow(parts, input.CapacityProviderName, context);
    const arn = providerArn(provider);
    const size = pageSize(input.MaxItems);
    const [name = '', qualifier = ''] = decodeMarker(input.Marker).split(':');
    const after = { name, qualifier, countMax: size + 1 };
    const found = parts.repository.options.pageOfVersions(provider, 'capacityProvider', arn, after);
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
      CapacityProviderArn: arn,
      FunctionVersions: page.map((version) => {
        const record = parts.repository.versions.find(version, version.qualifier);
        return {
          FunctionArn: functionArn(version, version.qualifier),
          State: record && toStates(record).State,
        };
      }),
      ...(found.length > size && last && { NextMarker: encodeMarker(`${last.name}:${last.qualifier}`) }),
    };
  };
}
