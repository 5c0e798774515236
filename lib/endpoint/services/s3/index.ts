/**
 * Amazon S3: buckets, objects, versions and multipart uploads, as Lambda's users need them.
 *
 * Gaps: policies, access lists (refused as AWS does for buckets made since 2023), CORS, lifecycle, replication,
 * encryption settings, websites, Object Lock, inventories, Select, directory and vector buckets, access points; anonymous
 * requests, signatures of version 2, and forms of browsers. Encryption with KMS or a customer's key, archived storage
 * classes and xxHash checksums are refused with NotImplemented. `AES256` is answered as AWS does, yet objects rest
 * unencrypted in the data folder. A storage class is kept and shown. No checksum is computed where the caller names none.
 *
 * By design: an object is on disk when its put is answered. Bytes are streamed to and from files named by their SHA-256,
 * in a folder apart from functions' code; a copy shares its source's. Names of buckets are unique in the whole endpoint.
 * A bucket answers in its own Region, and to its own account alone. Requests for another get 301 and the header that SDKs
 * look for. While no keys are configured a presigned URL is good beyond its time.
 * Notifications are on disk with the change they tell of, and leave from there, at least once and in no order. Functions
 * are asked for their resource policy, queues and topics get a test event; their policies are not asked. Events name
 * `127.0.0.1` as the source. What a target refuses for good is lost, and the endpoint's log says so; what may pass is
 * tried for a day (unconfirmed).
 *
 * Client quirks: paths and host names (`bucket.s3.localhost`, `bucket.localhost`) both name buckets. SDKs frame streams as
 * `aws-chunked` with a checksum in a trailer. GetBucketLocation answers without a wrapper. boto3 asks for keys in
 * `encoding-type=url`.
 */
import path from 'node:path';
import { InvariantError } from '../../../shared/invariant.ts';
import { openBlobs } from '../../store/blobs.ts';
import type { Store } from '../../store/database.ts';
import { createGroupCommit } from '../../store/group-commit.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import { createDeliveryQueue, type DeliveryLogger } from '../deliveries/index.ts';
import type { Service } from '../service.ts';
import { operations } from './generated/operations.ts';
import { deliver } from './notifications/delivering.ts';
import { createNotifications } from './notifications/notify.ts';
import { createObjectDoor, type ObjectDoor } from './object-door.ts';
import { createObjectFiles } from './object-files.ts';
import type { NotificationDoors, S3Parts } from './parts.ts';
import { createS3Repository } from './repository.ts';

export type { ObjectDoor } from './object-door.ts';

export interface S3Options {
  readonly store: Pick<Store, 'folder' | 'database'>;
  readonly clock: Clock;
  readonly logger: DeliveryLogger;
}

export interface S3Service extends Service {
  readonly objects: ObjectDoor;
  /** From here on notifications leave, those of the last run first. */
  start(doors: NotificationDoors): void;
  /** Resolves when the bytes of what was deleted are gone. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the folder of objects and removes from it what a killed run left. */
export async function createS3Service({ store, clock, logger }: S3Options): Promise<S3Service> {
  const { database } = store;
  const repository = createS3Repository(database);
  const blobs = await openBlobs(path.join(store.folder, 'objects'));
  const swept = await blobs.sweep((name) => repository.isBlobInUse(name));
  if (swept.temporaryFiles + swept.orphans > 0)
    logger.info({ ...swept }, 'Removed files of objects that nothing refers to');
  const files = createObjectFiles(
    blobs,
    (blob) => repository.isBlobInUse(blob),
    (error) =>
      logger.warn({ err: error }, 'Bytes of an object could not be removed; the next start removes them'),
  );
  const deliveries = createDeliveryQueue({ database, clock, logger, channel: 's3' });
  let doors: NotificationDoors | undefined;
  const parts: S3Parts = {
    repository,
    commits: createGroupCommit(database),
    files,
    clock,
    notifications: createNotifications(deliveries, clock),
    doors() {
      if (!doors) throw new InvariantError('S3 was asked for its targets before it was started');
      return doors;
    },
  };
  return {
    name: 's3',
    operations: bindOperations(operations, parts),
    objects: createObjectDoor(parts),
    start(opened) {
      doors = opened;
      deliveries.start((delivery) => deliver({ repository, clock, logger }, opened, delivery));
    },
    settled: () => files.settled(),
    async close() {
      await deliveries.close();
      await files.close();
    },
  };
}
