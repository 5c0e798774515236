import type {
  GetEventSourceMappingCommandInput,
  EventSourceMappingConfiguration,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { noSuchResource } from '../errors.ts';

/** Mappings cannot be made yet, so no UUID names one. */
export function getEventSourceMapping(): Operation<
  GetEventSourceMappingCommandInput,
  EventSourceMappingConfiguration
> {
  return () => {
    throw noSuchResource();
  };
}
