import type { RequestContext } from '../service.ts';
import { groupNotFound, invalidParameter, streamNotFound, validationException } from './errors.ts';
import type { GroupRecord, LogsRepository, StreamRecord } from './repository.ts';
import { assertNames } from './rules/names.ts';

/** ARN of a group as tags and live tails use it, without `:*`. */
export function groupArn(group: Pick<GroupRecord, 'accountId' | 'region' | 'name'>): string {
  return `arn:aws:logs:${group.region}:${group.accountId}:log-group:${group.name}`;
}

/** The group's name from a name or an ARN; other accounts and regions are out of reach here. */
export function groupNameOf(
  identifier: string,
  context: Pick<RequestContext, 'accountId' | 'region'>,
): string {
  if (!identifier.startsWith('arn:')) return identifier;
  const parsed = /^arn:aws[\w-]*:logs:([\w-]+):(\d{12}):log-group:([^:*]+)(?::\*)?$/.exec(identifier);
  const [, region, accountId, name] = parsed ?? [];
  if (name === undefined)
    throw invalidParameter('The specified log group identifier is not a valid log group ARN.');
  if (region !== context.region || accountId !== context.accountId) throw groupNotFound();
  return name;
}

/** The group named by exactly one of `logGroupName` and `logGroupIdentifier`. */
export function findGroupOrThrow(
  repository: LogsRepository,
  context: Pick<RequestContext, 'accountId' | 'region'>,
  input: { logGroupName?: string | undefined; logGroupIdentifier?: string | undefined },
): GroupRecord {
  if (input.logGroupName !== undefined && input.logGroupIdentifier !== undefined)
    throw validationException('LogGroup name and LogGroup ARN are mutually exclusive parameters.');
  if ((input.logGroupName === undefined) === (input.logGroupIdentifier === undefined)) {
    throw invalidParameter('Exactly one of logGroupName and logGroupIdentifier must be given.');
  }
  const name = input.logGroupName ?? groupNameOf(input.logGroupIdentifier ?? '', context);
  assertNames({ logGroupName: name });
  const group = repository.findGroup({ accountId: context.accountId, region: context.region, name });
  if (!group) throw groupNotFound();
  return group;
}

export function findStreamOrThrow(
  repository: LogsRepository,
  group: GroupRecord,
  name: string,
): StreamRecord {
  assertNames({ logStreamName: name });
  const stream = repository.findStream(group.id, name);
  if (!stream) throw streamNotFound();
  return stream;
}
