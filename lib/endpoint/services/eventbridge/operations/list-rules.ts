import type { ListRulesRequest, ListRulesResponse } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { findBusOrThrow } from '../names.ts';
import { toRuleView } from '../output.ts';
import { readPaging, toPage } from '../rules/paging.ts';
import type { EventsParts } from '../parts.ts';

export function listRules({
  repository,
}: EventsParts): Operation<Given<ListRulesRequest>, ListRulesResponse> {
  return (input, context) => {
    const bus = findBusOrThrow(repository, input.EventBusName, context);
    const { after, size } = readPaging(input);
    const found = repository.pageOfRules(bus, input.NamePrefix ?? '', after, size + 1);
    const { page, ...next } = toPage(found, size, ({ name }) => name);
    return { Rules: page.map(toRuleView), ...next };
  };
}
