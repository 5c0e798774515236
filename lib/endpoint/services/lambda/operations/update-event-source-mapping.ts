import type {
  UpdateEventSourceMappingRequest,
  EventSourceMappingConfiguration,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { updateMapping } from '../mappings/write-mapping.ts';
import type { LambdaParts } from '../parts.ts';

export function updateEventSourceMapping(
  parts: LambdaParts,
): Operation<UpdateEventSourceMappingRequest, EventSourceMappingConfiguration> {
  return (input, context) => updateMapping(parts, input, context);
}
