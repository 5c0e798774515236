// Written by lib/tools/generate-operations.ts; do not edit.
import { createScheduleGroup } from '../operations/create-schedule-group.ts';
import { createSchedule } from '../operations/create-schedule.ts';
import { deleteScheduleGroup } from '../operations/delete-schedule-group.ts';
import { deleteSchedule } from '../operations/delete-schedule.ts';
import { getScheduleGroup } from '../operations/get-schedule-group.ts';
import { getSchedule } from '../operations/get-schedule.ts';
import { listScheduleGroups } from '../operations/list-schedule-groups.ts';
import { listSchedules } from '../operations/list-schedules.ts';
import { listTagsForResource } from '../operations/list-tags-for-resource.ts';
import { tagResource } from '../operations/tag-resource.ts';
import { untagResource } from '../operations/untag-resource.ts';
import { updateSchedule } from '../operations/update-schedule.ts';

export const operations = {
  CreateScheduleGroup: createScheduleGroup,
  CreateSchedule: createSchedule,
  DeleteScheduleGroup: deleteScheduleGroup,
  DeleteSchedule: deleteSchedule,
  GetScheduleGroup: getScheduleGroup,
  GetSchedule: getSchedule,
  ListScheduleGroups: listScheduleGroups,
  ListSchedules: listSchedules,
  ListTagsForResource: listTagsForResource,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateSchedule: updateSchedule,
};
