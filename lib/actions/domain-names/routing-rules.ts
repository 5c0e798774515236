'use server';

import {
  CreateRoutingRuleCommand,
  DeleteRoutingRuleCommand,
  PutRoutingRuleCommand,
} from '@aws-sdk/client-apigatewayv2';
import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import {
  createRuleSchema,
  oneRuleSchema,
  ruleMemberFields,
  ruleToInput,
  updateRuleSchema,
} from '@/lib/forms/routing-rules';
import { getRoutingRuleBasis } from '@/lib/queries/routing-rules';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

export async function createRoutingRuleAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: createRuleSchema,
      audit: 'domain-name.update',
      operation: 'apigateway:CreateRoutingRule',
      fields: ruleMemberFields,
      place: ({ place }) => place,
      target: ({ domainName }) => domainName,
      details: ({ values }) => ({ rule: values.priority, to: values.stage }),
      revalidate: ({ place, domainName }) => [routes.domainNames(place, domainName)],
      run: async ({ place, domainName, values }) => {
        const client = await (await awsFor(place)).apiGatewayV2();
        await client.send(new CreateRoutingRuleCommand({ DomainName: domainName, ...ruleToInput(values) }));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Replaces a rule as a whole. `conflict` when someone else changed it since the form was filled. */
export async function updateRoutingRuleAction(input: unknown): Promise<ActionResult<undefined>> {
  const operation = 'apigateway:PutRoutingRule';
  return runAction(
    {
      role: 'developer',
      schema: updateRuleSchema,
      audit: 'domain-name.update',
      operation,
      fields: ruleMemberFields,
      place: ({ place }) => place,
      target: ({ domainName }) => domainName,
      details: ({ id, values }) => ({ rule: values.priority, id, to: values.stage }),
      revalidate: ({ place, domainName }) => [routes.domainNames(place, domainName)],
      run: async ({ place, domainName, id, values, revisionId }): Promise<ActionResult<undefined>> => {
        const problem = changedMeanwhile(
          revisionId,
          await getRoutingRuleBasis(place, domainName, id),
          operation,
        );
        if (problem) return refuse(problem);
        const client = await (await awsFor(place)).apiGatewayV2();
        await client.send(
          new PutRoutingRuleCommand({ DomainName: domainName, RoutingRuleId: id, ...ruleToInput(values) }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}

export async function deleteRoutingRuleAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: oneRuleSchema,
      audit: 'domain-name.update',
      operation: 'apigateway:DeleteRoutingRule',
      place: ({ place }) => place,
      target: ({ domainName }) => domainName,
      details: ({ id }) => ({ removedRule: id }),
      revalidate: ({ place, domainName }) => [routes.domainNames(place, domainName)],
      run: async ({ place, domainName, id }) => {
        const client = await (await awsFor(place)).apiGatewayV2();
        await client.send(new DeleteRoutingRuleCommand({ DomainName: domainName, RoutingRuleId: id }));
        return succeed(undefined);
      },
    },
    input,
  );
}
