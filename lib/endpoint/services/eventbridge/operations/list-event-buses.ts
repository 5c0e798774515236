import type { ListEventBusesRequest, ListEventBusesResponse } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { findBus, placeOf } from '../names.ts';
import { toBusView } from '../output.ts';
import { defaultBus } from '../records.ts';
import { readPaging, toPage } from '../rules/paging.ts';
import type { EventsParts } from '../parts.ts';

export function listEventBuses({
  repository,
}: EventsParts): Operation<Given<ListEventBusesRequest>, ListEventBusesResponse> {
  return (input, context) => {
    const { after, size } = readPaging(input);
    const prefix = input.NamePrefix ?? '';
    const found = repository.pageOfBuses(context, prefix, after, size + 1);
    // The default bus has no row before something was set on it.
    const hasRow = repository.findBus({ ...placeOf(context), name: defaultBus });
    const isWanted = !hasRow && defaultBus.startsWith(prefix) && defaultBus > after;
    const implied = isWanted ? findBus(repository, { ...placeOf(context), name: defaultBus }) : undefined;
    const all = [...found, ...(implied ? [implied] : [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    const { page, ...next } = toPage(all, size, ({ name }) => name);
    return { EventBuses: page.map(toBusView), ...next };
  };
}
