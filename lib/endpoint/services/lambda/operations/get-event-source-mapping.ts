import type { GetEventSourceMappingRequest, EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { toMappingConfiguration } from '../mappings/mapping-output.ts';
import { findMapping } from '../mappings/write-mapping.ts';
import type { LambdaParts } from '../parts.ts';

export function getEventSourceMapping(
  parts: LambdaParts,
): Operation<Given<GetEventSourceMappingRequest>, EventSourceMappingConfiguration> {
  return (input, context) => toMappingConfiguration(findMapping(parts, input.UUID, context));
}
