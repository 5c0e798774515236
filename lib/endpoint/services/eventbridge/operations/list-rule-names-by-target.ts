import type {
  ListRuleNamesByTargetRequest,
  ListRuleNamesByTargetResponse,
} from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { findBusOrThrow } from '../names.ts';
import { readPaging, toPage } from '../rules/paging.ts';
import type { EventsParts } from '../parts.ts';

export function listRuleNamesByTarget({
  repository,
}: EventsParts): Operation<Given<ListRuleNamesByTargetRequest>, ListRuleNamesByTargetResponse> {
  return (input, context) => {
    const bus = findBusOrThrow(repository, input.EventBusName, context);
    const { after, size } = readPaging(input);
    const found = repository.pageOfRuleNames(bus, input.TargetArn, after, size + 1);
    const { page, ...next } = toPage(found, size, (name) => name);
    return { RuleNames: [...page], ...next };
  };
}
