import type { ListLayersCommandInput, ListLayersResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { shortPagingConstraints } from '../rules/function-constraints.ts';

/** Layers cannot be published yet, so there are none. */
export function listLayers(): Operation<ListLayersCommandInput, ListLayersResponse> {
  return (input) => {
    assertConstraints(shortPagingConstraints, input);
    return { Layers: [] };
  };
}
