import type { StartQueryRequest, StartQueryResponse } from '@aws-sdk/client-cloudwatch-logs';
import { ServiceError, notImplemented } from '../../../errors.ts';
import type { Given, Operation, RequestContext } from '../../service.ts';
import { constraintsBroken, invalidParameter, limitExceeded } from '../errors.ts';
import { findGroupOrThrow } from '../groups.ts';
import { MalformedQuery, UnsupportedQuery } from '../insights/malformed-query.ts';
import { limitMax, parseQuery } from '../insights/parse-query.ts';
import { unfinishedMax } from '../insights/queries.ts';
import type { LogsParts } from '../parts.ts';
import type { GroupRecord } from '../repository.ts';
import { numberInRange, oneOf } from '../rules/names.ts';

const groupsMax = 50;
const queryLengthMax = 10_000;
const limitDefault = 10_000;
const timeMsMax = 60_000;

/** Checks the query, and has it run in a thread of its own. Both ends of the range belong to it, in seconds. */
export function startQuery({
  repository,
  writer,
  queries,
}: LogsParts): Operation<Given<StartQueryRequest>, StartQueryResponse> {
  return (input, context) => {
    assertLanguage(input.queryLanguage);
    const { queryString, startTime, endTime } = input;
    assertQueryLength(queryString);
    const limit = numberInRange('limit', input.limit, { min: 1, max: limitMax, fallback: limitDefault });
    if (startTime < 0 || endTime < startTime) {
      throw invalidParameter('End time should not be less than start time, and neither may be negative.');
    }
    assertReadable(queryString);
    writer.flush();
    const groups = findGroups(repository, context, input);
    const query = queries.start({
      accountId: context.accountId,
      region: context.region,
      logGroupNames: groups.map(({ name }) => name),
      queryString,
      job: {
        queryString,
        groups: groups.map(({ id, accountId, name }) => ({ id, log: `${accountId}:${name}` })),
        startMs: startTime * 1000,
        endMs: endTime * 1000,
        limit,
        timeMsMax,
      },
    });
    if (!query) throw limitExceeded(`Account maximum query concurrency of [${unfinishedMax}] reached.`);
    return { queryId: query.id };
  };
}

/** Queries in OpenSearch's languages are not here. */
export function assertLanguage(language: string | undefined): void {
  const chosen = oneOf('queryLanguage', language, ['CWLI', 'SQL', 'PPL'], 'CWLI');
  if (chosen !== 'CWLI') throw notImplemented(`The query language ${chosen}`);
}

export function assertQueryLength(queryString: string): void {
  if (queryString.length <= queryLengthMax) return;
  throw constraintsBroken([
    `Value at 'queryString' failed to satisfy constraint: Member must have length less than or equal to ${queryLengthMax}`,
  ]);
}

function assertReadable(queryString: string): void {
  try {
    parseQuery(queryString);
  } catch (error) {
    if (error instanceof UnsupportedQuery) throw notImplemented(error.message);
    if (!(error instanceof MalformedQuery)) throw error;
    const { message, start, end } = error;
    const location = { startCharOffset: start, endCharOffset: end };
    throw new ServiceError('MalformedQueryException', 400, message, {
      queryCompileError: { location, message },
    });
  }
}

function findGroups(
  repository: LogsParts['repository'],
  context: RequestContext,
  input: Given<StartQueryRequest>,
): GroupRecord[] {
  const { logGroupName, logGroupNames, logGroupIdentifiers } = input;
  const ways = [logGroupName, logGroupNames, logGroupIdentifiers].filter((way) => way !== undefined);
  if (ways.length !== 1) {
    throw invalidParameter(
      'Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must be given.',
    );
  }
  const identifiers =
    logGroupIdentifiers ?? logGroupNames ?? (logGroupName === undefined ? [] : [logGroupName]);
  if (identifiers.length === 0 || identifiers.length > groupsMax) {
    throw invalidParameter(`A query names 1 to ${groupsMax} log groups.`);
  }
  const groups = identifiers.map((identifier) =>
    logGroupIdentifiers
      ? findGroupOrThrow(repository, context, { logGroupIdentifier: identifier })
      : findGroupOrThrow(repository, context, { logGroupName: identifier }),
  );
  return [...new Map(groups.map((group) => [group.id, group])).values()];
}
