// Written by lib/tools/generate-operations.ts; do not edit.
import { createLogGroup } from '../operations/create-log-group.ts';
import { createLogStream } from '../operations/create-log-stream.ts';
import { deleteLogGroup } from '../operations/delete-log-group.ts';
import { deleteLogStream } from '../operations/delete-log-stream.ts';
import { deleteQueryDefinition } from '../operations/delete-query-definition.ts';
import { deleteRetentionPolicy } from '../operations/delete-retention-policy.ts';
import { deleteSubscriptionFilter } from '../operations/delete-subscription-filter.ts';
import { describeLogGroups } from '../operations/describe-log-groups.ts';
import { describeLogStreams } from '../operations/describe-log-streams.ts';
import { describeQueries } from '../operations/describe-queries.ts';
import { describeQueryDefinitions } from '../operations/describe-query-definitions.ts';
import { describeSubscriptionFilters } from '../operations/describe-subscription-filters.ts';
import { filterLogEvents } from '../operations/filter-log-events.ts';
import { getLogEvents } from '../operations/get-log-events.ts';
import { getLogGroupFields } from '../operations/get-log-group-fields.ts';
import { getLogRecord } from '../operations/get-log-record.ts';
import { getQueryResults } from '../operations/get-query-results.ts';
import { listTagsForResource } from '../operations/list-tags-for-resource.ts';
import { putLogEvents } from '../operations/put-log-events.ts';
import { putQueryDefinition } from '../operations/put-query-definition.ts';
import { putRetentionPolicy } from '../operations/put-retention-policy.ts';
import { putSubscriptionFilter } from '../operations/put-subscription-filter.ts';
import { startLiveTail } from '../operations/start-live-tail.ts';
import { startQuery } from '../operations/start-query.ts';
import { stopQuery } from '../operations/stop-query.ts';
import { tagResource } from '../operations/tag-resource.ts';
import { untagResource } from '../operations/untag-resource.ts';

export const operations = {
  CreateLogGroup: createLogGroup,
  CreateLogStream: createLogStream,
  DeleteLogGroup: deleteLogGroup,
  DeleteLogStream: deleteLogStream,
  DeleteQueryDefinition: deleteQueryDefinition,
  DeleteRetentionPolicy: deleteRetentionPolicy,
  DeleteSubscriptionFilter: deleteSubscriptionFilter,
  DescribeLogGroups: describeLogGroups,
  DescribeLogStreams: describeLogStreams,
  DescribeQueries: describeQueries,
  DescribeQueryDefinitions: describeQueryDefinitions,
  DescribeSubscriptionFilters: describeSubscriptionFilters,
  FilterLogEvents: filterLogEvents,
  GetLogEvents: getLogEvents,
  GetLogGroupFields: getLogGroupFields,
  GetLogRecord: getLogRecord,
  GetQueryResults: getQueryResults,
  ListTagsForResource: listTagsForResource,
  PutLogEvents: putLogEvents,
  PutQueryDefinition: putQueryDefinition,
  PutRetentionPolicy: putRetentionPolicy,
  PutSubscriptionFilter: putSubscriptionFilter,
  StartLiveTail: startLiveTail,
  StartQuery: startQuery,
  StopQuery: stopQuery,
  TagResource: tagResource,
  UntagResource: untagResource,
};
