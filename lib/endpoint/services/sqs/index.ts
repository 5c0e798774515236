/**
 * Amazon SQS: standard and FIFO queues, as Lambda's sources, dead-letter queues and destinations.
 *
 * Gaps: AddPermission and RemovePermission, message move tasks (StartMessageMoveTask and its siblings); queues of other
 * accounts. `ReceiveRequestAttemptId` has no effect. `Policy`, `KmsMasterKeyId` and `SqsManagedSseEnabled` are kept and
 * shown, not enforced: messages rest unencrypted in the data folder. `FifoThroughputLimit` and the maxima of messages in
 * flight are not enforced. A message group of a standard queue is kept and shown; fair queuing is not done.
 *
 * By design: a message is on disk when its send is answered. Writes of many callers share a commit. Queues can be made
 * again right after they were deleted. A queue's URL is under the address the caller used; host and Region in it do not
 * count. `SenderId` is the account's number. Counts are exact, not approximate. A message in a dead-letter queue counts on
 * from its receives before, by which that queue's own redrive policy does not go. Standard queues deliver oldest first and
 * at least once. A message has the trace header of the request that sent it: a function's is its run's, by which Lambda
 * finds loops.
 *
 * Client quirks: the SDKs compare MD5 sums of bodies and attributes. Older clients speak the query protocol and send to
 * the queue's URL as the path. Recorded answers of AWS decide codes and texts of both protocols.
 */
import type { Database } from '../../store/database.ts';
import { createGroupCommit } from '../../store/group-commit.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import type { Service } from '../service.ts';
import { createArrivals } from './arrivals.ts';
import { operations } from './generated/operations.ts';
import type { SqsParts } from './parts.ts';
import { createQueueAccess, type QueueAccess } from './queue-access.ts';
import { createSqsRepository } from './repository.ts';
import { startSweep } from './sweep.ts';

export { systemAttributes } from './output.ts';
export type { QueueAccess } from './queue-access.ts';
export type { ReceivedMessage } from './receiving.ts';
export type { MessageAttribute, MessageAttributes } from './records.ts';

export interface SqsOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** Told when expired messages could not be removed. */
  readonly onFailure: (message: string, error: unknown) => void;
}

export interface SqsService extends Service {
  readonly queues: QueueAccess;
  /** Answers those who wait for messages at once; called before connections are closed. */
  endWaits(): void;
}

export function createSqsService({ database, clock, onFailure }: SqsOptions): SqsService {
  const arrivals = createArrivals(clock);
  const parts: SqsParts = {
    repository: createSqsRepository(database),
    commits: createGroupCommit(database),
    clock,
    arrivals,
  };
  const stopSweep = startSweep(parts, (error) => onFailure('Expired messages could not be removed', error));
  return {
    name: 'sqs',
    operations: bindOperations(operations, parts),
    queues: createQueueAccess(parts),
    endWaits: () => arrivals.close(),
    close() {
      arrivals.close();
      stopSweep();
      return Promise.resolve();
    },
  };
}
