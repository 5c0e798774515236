import type { GetDiscoveredSchemaRequest, GetDiscoveredSchemaResponse } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { badRequest } from '../errors.ts';
import { assertType } from '../rules/constraints.ts';
import { discoverSchema } from '../rules/discovered.ts';

/** What AWS's model says of the list. */
const eventsMax = 10;
const eventLengthMax = 100_000;

export function getDiscoveredSchema(): Operation<
  Given<GetDiscoveredSchemaRequest>,
  GetDiscoveredSchemaResponse
> {
  return (input) => {
    assertType(input.Type);
    if (input.Events.length === 0 || input.Events.length > eventsMax)
      throw badRequest(`Events must have 1 to ${eventsMax} members.`);
    if (input.Events.some(({ length }) => length === 0 || length > eventLengthMax))
      throw badRequest(`An event must have 1 to ${eventLengthMax} characters.`);
    return { Content: discoverSchema(input.Events, input.Type) };
  };
}
