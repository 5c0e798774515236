/**
 * Amazon SNS: standard and FIFO topics that hand messages to functions and queues.
 *
 * Gaps: mobile push, SMS and phone numbers, data protection policies, archives and replays of FIFO topics; topics of
 * other accounts and Regions. Subscriptions over sms, application and firehose are refused with NotImplemented. Those
 * over email, email-json, http and https are kept as pending and stay so: this endpoint sends no confirmation. Messages
 * are not signed: `Signature` says so, and the certificate it names does not exist. `Policy` is kept and shown, not
 * enforced, and neither are queues' policies; `KmsMasterKeyId`, `DeliveryPolicy`, `TracingConfig`, `SignatureVersion`
 * and feedback roles have no effect. `FifoThroughputScope` decides the scope of deduplication alone.
 *
 * By design: a message is on disk for every subscription when Publish is answered, and is delivered from there, at least
 * once. Calls to functions ask their resource policy; what it refuses is not tried again, and goes to the subscription's
 * dead-letter queue or, without one, into the endpoint's log. Messages of one group of a FIFO topic leave in order. A
 * filter policy has effect at once.
 *
 * Client quirks: the CLI and SDKs speak the query protocol. Texts of refusals for topics, subscriptions, batches and
 * filter policies are those of recorded answers of AWS; those for delivery policies and confirmation tokens are
 * unconfirmed.
 */
import type { Database } from '../../store/database.ts';
import { createGroupCommit } from '../../store/group-commit.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import {
  createDeliveryQueue,
  type DeliveryLogger,
  type TargetDoors,
  type TopicAccess,
} from '../deliveries/index.ts';
import type { Service } from '../service.ts';
import { deliver } from './delivering.ts';
import { operations } from './generated/operations.ts';
import type { SnsParts } from './parts.ts';
import { createSnsRepository } from './repository.ts';
import { createTopicAccess } from './topic-access.ts';

export interface SnsOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: DeliveryLogger;
}

export interface SnsService extends Service {
  readonly topics: TopicAccess;
  /** From here on messages leave, those of the last run first. */
  start(doors: Omit<TargetDoors, 'topics'>): void;
  close(): Promise<void>;
}

export function createSnsService({ database, clock, logger }: SnsOptions): SnsService {
  const deliveries = createDeliveryQueue({ database, clock, logger, channel: 'sns' });
  const parts: SnsParts = {
    repository: createSnsRepository(database),
    commits: createGroupCommit(database),
    deliveries,
    clock,
    logger,
  };
  return {
    name: 'sns',
    operations: bindOperations(operations, parts),
    topics: createTopicAccess(parts),
    start: (doors) => deliveries.start((delivery) => deliver(parts, doors, delivery)),
    close: () => deliveries.close(),
  };
}
