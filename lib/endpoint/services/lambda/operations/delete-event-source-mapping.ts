import type {
  DeleteEventSourceMappingRequest,
  EventSourceMappingConfiguration,
} from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { deleteMapping } from '../mappings/write-mapping.ts';
import type { LambdaParts } from '../parts.ts';

export function deleteEventSourceMapping(
  parts: LambdaParts,
): Operation<Given<DeleteEventSourceMappingRequest>, EventSourceMappingConfiguration> {
  return (input, context) => deleteMapping(parts, input.UUID, context);
}
