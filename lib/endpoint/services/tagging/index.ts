/**
 * Resource Groups Tagging: the tags of all resources of a Region at once, as the Functions list filters by them and
 * programs that sweep accounts read them. It keeps nothing: every answer is asked of the services that hold the tags.
 *
 * Gaps: tag policies (compliance, required tags) and reports are not there. Not listed are EC2's networks, schedules'
 * neighbours in EventBridge Schemas, IAM's roles and what API Gateway holds beside its APIs; of the last, tags can be
 * changed by ARN. Resources that once had tags and have none now are left out, where AWS lists them without.
 *
 * By design: kinds come in a fixed order, each in its service's own. A request for resources looks at 5,000 of them and
 * hands out a token for the rest, so that a page may be shorter than asked for; keys and values are read from all.
 *
 * Client quirks: an empty PaginationToken in an answer means the end, and is taken as none in a request.
 *
 * Unconfirmed: texts of refusals, the size of a page that is not given, and what names queues, topics and buckets in type
 * filters: the service alone, and `sqs:queue`, `sns:topic`, `s3:bucket`.
 */
import { bindOperations } from '../bind-operations.ts';
import type { Service } from '../service.ts';
import { operations } from './generated/operations.ts';
import { createCalls } from './neighbours.ts';
import type { TaggingParts } from './parts.ts';
import { apiSources } from './sources/apis.ts';
import { lambdaSources } from './sources/lambda.ts';
import { messagingSources } from './sources/messaging.ts';
import { secretSources } from './sources/secrets.ts';
import { storageSources } from './sources/storage.ts';

/** `services` are those whose tags it reads; kinds of one that is not among them are not listed. */
export function createTaggingService(services: readonly Service[]): Service {
  const names = new Set(services.map(({ name }) => name));
  const all = [...lambdaSources, ...apiSources, ...messagingSources, ...storageSources, ...secretSources];
  const parts: TaggingParts = {
    sources: all.filter(({ service }) => names.has(service)),
    callOf: createCalls(services),
  };
  return { name: 'tagging', operations: bindOperations(operations, parts) };
}
