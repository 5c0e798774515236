import type {
  CreateEventSourceMappingRequest,
  EventSourceMappingConfiguration,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { createMapping } from '../mappings/write-mapping.ts';
import type { LambdaParts } from '../parts.ts';

export function createEventSourceMapping(
  parts: LambdaParts,
): Operation<CreateEventSourceMappingRequest, EventSourceMappingConfiguration> {
  return (input, context) => createMapping(parts, input, context);
}
