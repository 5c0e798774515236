import type { PutQueryDefinitionRequest, PutQueryDefinitionResponse } from '@aws-sdk/client-cloudwatch-logs';
import { createHash, randomUUID } from 'node:crypto';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation, RequestContext } from '../../service.ts';
import { constraintsBroken, definitionNotFound, invalidParameter, limitExceeded } from '../errors.ts';
import type { LogsParts } from '../parts.ts';
import { assertNames } from '../rules/names.ts';
import { assertLanguage, assertQueryLength } from './start-query.ts';

const definitionsMax = 1000;
const groupsMax = 50;

/** Saves a query, or changes one that is named by its id. Its text is not checked, as in CloudWatch Logs. */
export function putQueryDefinition({
  repository,
  now,
}: LogsParts): Operation<Given<PutQueryDefinitionRequest>, PutQueryDefinitionResponse> {
  return (input, context) => {
    const { name, queryString, queryDefinitionId: given, logGroupNames = [] } = input;
    assertLanguage(input.queryLanguage);
    if (input.parameters?.length) throw notImplemented('Parameters of a query definition');
    if (name.length < 1 || name.length > 255) {
      throw constraintsBroken([
        `Value '${name.slice(0, 300)}' at 'name' failed to satisfy constraint: Member must have length between 1 and 255`,
      ]);
    }
    if (queryString === '') throw invalidParameter('queryString must not be empty.');
    assertQueryLength(queryString);
    if (logGroupNames.length > groupsMax)
      throw invalidParameter(`At most ${groupsMax} log groups can be named.`);
    for (const logGroupName of logGroupNames) assertNames({ logGroupName });
    const id = given ?? newId(context, input.clientToken);
    repository.transaction(() => {
      const isThere = repository.hasDefinition(context, id);
      if (given !== undefined && !isThere) throw definitionNotFound();
      if (!isThere && repository.countDefinitions(context) >= definitionsMax) {
        throw limitExceeded('Resource limit exceeded.');
      }
      const { accountId, region } = context;
      repository.putDefinition({
        ...{ accountId, region, id, name, queryString },
        logGroups: logGroupNames,
        modifiedMs: now(),
      });
    });
    return { queryDefinitionId: id };
  };
}

/** The same token leads to the same definition: a request that came twice saves one. */
function newId({ accountId, region }: RequestContext, clientToken: string | undefined): string {
  if (clientToken === undefined) return randomUUID();
  const hash = createHash('sha256').update(`${accountId}/${region}/${clientToken}`).digest('hex');
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
