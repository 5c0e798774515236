import type {
  ListEventSourceMappingsCommandInput,
  ListEventSourceMappingsResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { pagingConstraints } from '../rules/function-constraints.ts';

/** Mappings cannot be made yet, so there are none, for any function or source. */
export function listEventSourceMappings(): Operation<
  ListEventSourceMappingsCommandInput,
  ListEventSourceMappingsResponse
> {
  return (input) => {
    assertConstraints(pagingConstraints, input);
    return { EventSourceMappings: [] };
  };
}
