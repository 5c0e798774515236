import type { Blobs } from '../../store/database.ts';
import type { Runtimes } from '../../runtimes/launch.ts';
import type { Clock } from '../clock.ts';
import type { BusAccess, TopicAccess } from '../deliveries/index.ts';
import type { KeyDoor } from '../kms/index.ts';
import type { NetworkDoor } from '../ec2/index.ts';
import type { FileSystemDoor } from '../efs/index.ts';
import type { ObjectDoor } from '../s3/index.ts';
import type { QueueAccess } from '../sqs/index.ts';
import type { CodeLinks } from './code-links.ts';
import type { CodeStore } from './code-store.ts';
import type { Concurrency } from './concurrency.ts';
import type { EventQueue } from './jobs/event-queue.ts';
import type { Mappings } from './jobs/mappings.ts';
import type { Transitions } from './jobs/transitions.ts';
import type { ProvisionedConcurrency } from './provisioned.ts';
import type { FunctionMetrics } from './function-metrics.ts';
import type { LambdaRepository } from './repository.ts';
import type { FunctionTracing } from './tracing.ts';

/** Asked before a role is given to a function. */
export interface Roles {
  exists(accountId: string, roleArn: string): boolean | Promise<boolean>;
}

/** The log calls the service makes; pino fits. */
export interface LambdaLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Reads and unpacks code archives; made of `runtimes/code/archive.ts`. */
export interface CodeArchives {
  /** Unpacked size in bytes. Throws an ArchiveRefusal-like error for what is no sound zip. */
  inspect(archive: Uint8Array): Promise<CodeInspection>;
  /** Folder with the unpacked archive; unpacks at first use. */
  folderFor(blob: string): Promise<string>;
  /** Forgets the unpacked folder of an archive that no function has any more. */
  forget(blob: string): Promise<void>;
}

export type CodeInspection =
  | { readonly kind: 'sound'; readonly unpackedBytes: number }
  | { readonly kind: 'broken' }
  | { readonly kind: 'too-large' };

/** What the operations of the service share. */
export interface LambdaParts {
  readonly repository: LambdaRepository;
  readonly blobs: Blobs;
  readonly code: CodeStore;
  readonly archives: CodeArchives;
  readonly links: CodeLinks;
  readonly transitions: Transitions;
  readonly concurrency: Concurrency;
  readonly metrics: FunctionMetrics;
  readonly tracing: FunctionTracing;
  readonly provisioned: ProvisionedConcurrency;
  readonly events: EventQueue;
  readonly mappings: Mappings;
  /** Without them nothing is sent to or read from SQS. */
  readonly queues: QueueAccess | undefined;
  /** Without them no destination or dead-letter target of theirs gets anything. */
  readonly topics: TopicAccess | undefined;
  readonly buses: BusAccess | undefined;
  /** Without them code comes as ZipFile alone, and no destination in S3 gets anything. */
  readonly objects: ObjectDoor | undefined;
  /** Without it a function's key is kept, and its variables are not encrypted. */
  readonly keys: KeyDoor | undefined;
  /** Without them every subnet, security group and access point is unknown. */
  readonly networks: NetworkDoor | undefined;
  readonly fileSystems: FileSystemDoor | undefined;
  readonly runtimes: Runtimes;
  readonly clock: Clock;
  readonly logger: LambdaLogger;
  /** Where functions reach this endpoint. */
  readonly endpointUrl: string;
  readonly roles: Roles | undefined;
}
