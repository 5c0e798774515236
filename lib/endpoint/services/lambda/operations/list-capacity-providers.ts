import type { ListCapacityProvidersRequest, ListCapacityProvidersResponse } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { capacityProviderKind, providerOutput, type ProviderSettings } from '../capacity-providers.ts';
import { decodeMarker, encodeMarker, pageSize } from '../paging.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints, oneOf } from '../rules/constraints.ts';
import { shortPagingConstraints } from '../rules/function-constraints.ts';

export function listCapacityProviders(
  parts: LambdaParts,
): Operation<Given<ListCapacityProvidersRequest>, ListCapacityProvidersResponse> {
  return (input, context) => {
    assertConstraints(shortPagingConstraints, input);
    const states = oneOf(['Pending', 'Active', 'Failed', 'Deleting']);
    assertConstraints([{ path: 'state', read: (given: typeof input) => given.State, check: states }], input);
    // All that there are are active.
    if (input.State !== undefined && input.State !== 'Active') return { CapacityProviders: [] };
    const size = pageSize(input.MaxItems);
    const after = decodeMarker(input.Marker);
    const found = parts.repository.resources.page<ProviderSettings>(capacityProviderKind, context, {
      after,
      countMax: size + 1,
    });
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
      CapacityProviders: page.map((record) => providerOutput(record)),
      ...(found.length > size && last && { NextMarker: encodeMarker(last.name) }),
    };
  };
}
