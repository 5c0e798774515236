import { parseArn, partitionOf } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { groupNotFound, scheduleNotFound, validationException } from './errors.ts';
import {
  defaultGroup,
  type GroupKey,
  type GroupRecord,
  type ScheduleKey,
  type ScheduleRecord,
} from './records.ts';
import type { SchedulerRepository } from './repository.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;

const prefix = ({ accountId, region }: Place): string =>
  `arn:${partitionOf(region)}:scheduler:${region}:${accountId}`;

export function groupArn(group: GroupKey): string {
  return `${prefix(group)}:schedule-group/${group.name}`;
}

export function scheduleArn(schedule: ScheduleKey): string {
  return `${prefix(schedule)}:schedule/${schedule.group}/${schedule.name}`;
}

/** Every account and Region has a default group. */
export function findGroupOrThrow(
  repository: SchedulerRepository,
  name: string | undefined,
  { accountId, region }: Place,
): GroupRecord {
  const key = { accountId, region, name: name ?? defaultGroup };
  const found = repository.findGroup(key);
  if (found) return found;
  if (key.name !== defaultGroup) throw groupNotFound(key.name);
  return { ...key, tags: {}, createdMs: 0, modifiedMs: 0 };
}

export function findScheduleOrThrow(
  repository: SchedulerRepository,
  input: { readonly Name: string; readonly GroupName?: string | undefined },
  { accountId, region }: Place,
): ScheduleRecord {
  const key = { accountId, region, group: input.GroupName ?? defaultGroup, name: input.Name };
  const schedule = repository.findSchedule(key);
  if (!schedule) throw scheduleNotFound(input.Name);
  return schedule;
}

/** Groups alone have tags. */
export function findTaggedGroup(repository: SchedulerRepository, arn: string, context: Place): GroupRecord {
  const parsed = parseArn(arn);
  const name = /^schedule-group\/([\w.-]{1,64})$/.exec(parsed?.resource ?? '')?.[1];
  if (parsed?.service !== 'scheduler' || name === undefined)
    throw validationException(`Provided Arn is not in correct format.`);
  if (parsed.account !== context.accountId || parsed.region !== context.region) throw groupNotFound(name);
  return findGroupOrThrow(repository, name, context);
}
