import type {
  DescribeQueryDefinitionsRequest,
  DescribeQueryDefinitionsResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { readListToken, writeListToken } from '../page-token.ts';
import type { LogsParts } from '../parts.ts';
import { numberInRange } from '../rules/names.ts';

export function describeQueryDefinitions({
  repository,
}: LogsParts): Operation<Given<DescribeQueryDefinitionsRequest>, DescribeQueryDefinitionsResponse> {
  return (input, context) => {
    const limit = numberInRange('maxResults', input.maxResults, { min: 1, max: 1000, fallback: 1000 });
    const [afterName, afterId] =
      input.nextToken === undefined ? ['', ''] : readListToken(input.nextToken, readPlace);
    // All there are is in the one language.
    if ((input.queryLanguage ?? 'CWLI') !== 'CWLI') return { queryDefinitions: [] };
    const prefix = input.queryDefinitionNamePrefix ?? '';
    const found = repository.listDefinitions(context, { prefix, afterName, afterId, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      queryDefinitions: page.map(({ id, name, queryString, modifiedMs, logGroups }) => ({
        queryLanguage: 'CWLI',
        queryDefinitionId: id,
        name,
        queryString,
        lastModified: modifiedMs,
        logGroupNames: [...logGroups],
      })),
      ...(last && found.length > limit && { nextToken: writeListToken([last.name, last.id]) }),
    };
  };
}

function readPlace(value: unknown): [string, string] | undefined {
  if (!Array.isArray(value)) return undefined;
  const [name, id] = value as unknown[];
  return typeof name === 'string' && typeof id === 'string' ? [name, id] : undefined;
}
