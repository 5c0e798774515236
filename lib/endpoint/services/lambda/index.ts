/**
 * AWS Lambda: functions, versions, aliases and layers, calls to them, and the sources that call them.
 *
 * Gaps (what AWS does and this endpoint does not; refused with NotImplemented unless said otherwise)
 * - `PublishTo` and `$LATEST.PUBLISHED` (managed instances). Aliases do not check that their two versions share a
 *   role and a dead-letter queue. The text for changing a version by its qualifier is unconfirmed. Numbers go on after a
 *   function is deleted and made anew, as AWS documents.
 * - Rights of the role on a target are not checked. Records that are too large for a topic are lost, and the log says
 *   so. The name of the object that a destination in S3 gets is partly unconfirmed.
 * - Recursive loops are stopped after 16 runs of one function in a chain of requests through SQS, SNS, S3, Lambda and
 *   destinations. What such an event's record says (`RetriesExhausted`) and how the runs stand in
 *   `Lineage` are unconfirmed.
 * - Function URLs ask for `lambda:InvokeFunctionUrl` alone, as AWS does of older URLs. Layers of another account are
 *   shared by account or with everyone; a statement with an organization lets no one in. Whole policy documents
 *   (PutResourcePolicy) are refused where they hold what could not be evaluated here; accounts do not block public ones.
 * - Event source mappings poll SQS alone. Those of Kinesis, DynamoDB, Kafka, MQ and DocumentDB are kept, and their
 *   StateTransitionReason says that they are not polled here. Tags of mappings, their metrics and logging settings and
 *   provisioned pollers have no effect. A batch runs as soon as it is there: pollers do not scale up by the minute, and
 *   without MaximumConcurrency ten batches run at one time.
 * - Signatures of AWS Signer cannot be verified: a code signing configuration with the policy Enforce blocks every
 *   deployment, one with Warn lets it through, counts SignatureValidationErrors and says so in the log. Nothing is said to
 *   be signed. The text for deleting one that is in use is unconfirmed.
 * - Durable functions and functions on a capacity provider are kept and shown, and every call of them is refused, as are
 *   event source mappings and provisioned concurrency of them. There are no durable executions, and reads say so.
 *   `$LATEST` of a function on a capacity provider is `ActiveNonInvocable` and refused as AWS refuses it. AWS's words for
 *   most of what creation and updates refuse, and the 14 days that history is kept by default, are unconfirmed.
 * - Tenant isolation: a machine's room for environments takes the place of the limit of 2,500 for 1,000 concurrent calls. The
 *   texts for a tenant that is not expected, and for what such functions do not have, are unconfirmed.
 * - Capacity providers are kept and shown with the versions on them; no instances are started, and their subnets, groups
 *   and roles are not looked up. Scaling configurations are kept as asked for, and nothing is said to be applied.
 * - Provisioned concurrency of an alias with weights is allocated for its main version alone; a version keeps what this
 *   machine can hold and fails beyond it, saying so. Application Auto Scaling is not there.
 * - Code from a container image; `SourceKMSKeyArn`; code that stays in S3 (`S3ObjectStorageMode` REFERENCE). Rights of
 *   the caller on an object are those of its account.
 * - `VpcConfig` is checked against EC2, kept and shown; it does not change what a function reaches, and its role needs no
 *   rights for interfaces. No function becomes Inactive. `FileSystemConfigs` with `S3FilesConfig` is refused. Texts about
 *   subnets of several VPCs, missing IPv6, and access points and mount targets that are missing are unconfirmed.
 * - Accepted, kept and shown, but not enforced: runtime management, `SnapStart` (has an effect on published versions
 *   alone), `Architectures` (code runs on the machine's own architecture).
 * - Traces: a batch of messages goes on with the trace of one of them, without links to the others. The cause of a failure
 *   is read from its error document, not from `Lambda-Runtime-Function-XRay-Error-Cause`. `fault` on both segments of a
 *   function that failed, and whose id the XRAY line of REPORT names, are unconfirmed.
 * - Of throttling the limits of concurrency alone: no scaling rate, no request rate, no control-plane rate.
 * - An update whose code cannot be unpacked makes the function `Failed`; on AWS the previous code stays in force.
 * - The role must exist where an IAM is at hand; what it allows is not evaluated.
 *
 * By design
 * - With a `KMSKeyArn` variables rest encrypted under that key and are decrypted for each call; without one they rest as
 *   they are, in the data folder. What GetFunction shows of variables that cannot be decrypted is partly unconfirmed.
 * - Creation and updates end after some milliseconds, but their answers show the state in between.
 * - A file system is really mounted at its path, at the isolation level `sandbox`. At the other levels every call is
 *   refused with EFSMountFailureException, which says what to install. It is mounted where a mount target stands in the
 *   function's VPC and security groups let TCP 2049 through on both sides; else calls end with
 *   EFSMountConnectivityException. The interfaces of functions exist as long as a version names them.
 * - `RuntimeVersionArn` stands for the runtime's name; the interpreter is the machine's.
 * - Runtimes leave by the dates AWS published in August 2026, by the endpoint's clock.
 * - `Code.Location` is a signed link to this endpoint, good for ten minutes, as AWS's is to S3.
 *
 * Client quirks
 * - The console of AWS and many tools call GetPolicy, GetFunctionUrlConfig and the like for every function and rely on
 *   the exact 404; so these are answered, not left to NotImplemented.
 * - Waiters of the SDKs poll GetFunction (V2) or GetFunctionConfiguration; both show the states.
 */
import type { Runtimes } from '../../runtimes/launch.ts';
import type { Store } from '../../store/database.ts';
import { bindOperations } from '../bind-operations.ts';
import { createGroupCommit } from '../../store/group-commit.ts';
import type { Metrics } from '../cloudwatch/index.ts';
import type { Clock } from '../clock.ts';
import type { NetworkDoor } from '../ec2/index.ts';
import type { FileSystemDoor } from '../efs/index.ts';
import type { KeyDoor } from '../kms/index.ts';
import type { ObjectDoor } from '../s3/index.ts';
import type { QueueAccess } from '../sqs/index.ts';
import type { BusAccess, FunctionCalls, TopicAccess } from '../deliveries/index.ts';
import type { Service } from '../service.ts';
import type { Traces } from '../xray/index.ts';
import { createCodeArchives } from './code-archives.ts';
import { createCodeLinks } from './code-links.ts';
import { createCodePlane, type CodePlane } from './code-plane.ts';
import { createConcurrency } from './concurrency.ts';
import { createCodeStore } from './code-store.ts';
import { createFunctionCalls } from './function-calls.ts';
import { createFunctionMetrics, noFunctionMetrics } from './function-metrics.ts';
import { createFunctionUrls, type FunctionUrls } from './function-urls.ts';
import { operations } from './generated/operations.ts';
import { environmentKey } from './invocation.ts';
import { createEventQueue } from './jobs/event-queue.ts';
import { createMappings } from './jobs/mappings.ts';
import { startQueuePoller } from './jobs/queue-poller.ts';
import { runEvent } from './jobs/run-event.ts';
import { createTransitions } from './jobs/transitions.ts';
import { sweepLayers } from './layers.ts';
import type { CodeArchives, LambdaLogger, LambdaParts, Roles } from './parts.ts';
import { createProvisionedConcurrency, provisionedUnits } from './provisioned.ts';
import { createLambdaRepository } from './repository.ts';
import { concurrentExecutionsMax } from './rules/limits.ts';
import { createFunctionTracing, noFunctionTracing } from './tracing.ts';

export interface LambdaDependencies {
  readonly store: Store;
  readonly runtimes: Runtimes;
  /** Zip archives unpacked in the data folder by default. */
  readonly archives?: CodeArchives;
  readonly clock: Clock;
  readonly logger: LambdaLogger;
  /** Where functions reach this endpoint, e.g. `http://localhost:4566`. */
  readonly endpointUrl: string;
  /** Without it every well-formed role is taken. */
  readonly roles?: Roles;
  /** Queues of this endpoint; without them no dead letter and no destination reaches one. */
  readonly queues?: QueueAccess;
  /** Likewise topics and event buses. */
  readonly topics?: TopicAccess;
  readonly buses?: BusAccess;
  /** Likewise objects of S3, from which code comes as well. */
  readonly objects?: ObjectDoor;
  /** Likewise keys, by which variables are encrypted. */
  readonly keys?: KeyDoor;
  /** Likewise the networks that functions stand in, and the file systems that they mount. */
  readonly networks?: NetworkDoor;
  readonly fileSystems?: FileSystemDoor;
  /** Without them nothing is counted. */
  readonly metrics?: Metrics;
  /** Without it nothing is traced. */
  readonly traces?: Traces;
  /** Calls that an account may have in flight in a Region; AWS's default is 1000. */
  readonly concurrencyLimit?: number;
  /** False lets every call in uncounted, to measure what counting costs. */
  readonly isLimited?: boolean;
}

export interface LambdaService extends Service {
  /** For the listener: GET of the links that GetFunction gives out. */
  readonly codePlane: CodePlane;
  /** For the data plane of function URLs. */
  readonly functionUrls: FunctionUrls;
  /** For services that call functions asynchronously. */
  readonly calls: FunctionCalls;
}

/** Takes up creations and updates that the last run left unfinished, then answers operations. */
export function createLambdaService(dependencies: LambdaDependencies): LambdaService {
  const { store, runtimes, clock, logger, endpointUrl, roles } = dependencies;
  const archives = dependencies.archives ?? createCodeArchives(store);
  const repository = createLambdaRepository(store.database);
  const code = createCodeStore(repository, store.blobs, archives, logger);
  const links = createCodeLinks(repository, clock);
  const transitions = createTransitions({
    repository,
    archives,
    clock,
    logger,
    afterUpdate(before) {
      if (before.state.kind !== 'updating') return;
      runtimes.retire(environmentKey(before, before.state.running.settings));
      code.release(before.state.running.codeBlob);
      if (before.state.running.settings.layers) sweepLayers(repository, code);
    },
  });
  const events = createEventQueue({
    events: repository.events,
    commits: createGroupCommit(store.database),
    clock,
    logger,
    run: (event, isOpen) => runEvent(parts, event, isOpen),
  });
  const { queues } = dependencies;
  const mappings = createMappings({
    mappings: repository.mappings,
    clock,
    logger,
    poll: (mapping) =>
      mapping.settings.kind === 'sqs' && queues ? startQueuePoller(parts, mapping, queues) : undefined,
  });
  const counted = createConcurrency(
    repository.concurrency,
    dependencies.concurrencyLimit ?? concurrentExecutionsMax,
    provisionedUnits(repository),
  );
  const concurrency =
    dependencies.isLimited === false ? { ...counted, enter: () => () => undefined } : counted;
  const tracing = dependencies.traces ? createFunctionTracing(dependencies.traces) : noFunctionTracing;
  const provisioned = createProvisionedConcurrency({
    tracing,
    repository,
    archives,
    runtimes,
    logger,
    endpointUrl,
    concurrency,
    clock,
    keys: dependencies.keys,
    networks: dependencies.networks,
    fileSystems: dependencies.fileSystems,
  });
  const parts: LambdaParts = {
    metrics: dependencies.metrics ? createFunctionMetrics(dependencies.metrics) : noFunctionMetrics,
    tracing,
    repository,
    blobs: store.blobs,
    code,
    archives,
    links,
    transitions,
    concurrency,
    provisioned,
    events,
    mappings,
    queues,
    topics: dependencies.topics,
    buses: dependencies.buses,
    objects: dependencies.objects,
    keys: dependencies.keys,
    networks: dependencies.networks,
    fileSystems: dependencies.fileSystems,
    runtimes,
    clock,
    logger,
    endpointUrl,
    roles,
  };
  sweepLayers(repository, code);
  const left = transitions.resume();
  if (left > 0)
    logger.info({ functions: left }, 'Taking up functions that the last run left in a state in between');

  provisioned.start();
  mappings.start();
  const waiting = events.start();
  if (waiting > 0) logger.info({ functions: waiting }, 'Taking up asynchronous calls that the last run left');

  return {
    name: 'lambda',
    operations: bindOperations(operations, parts),

    functionUrls: createFunctionUrls(parts),
    calls: createFunctionCalls(parts),
    codePlane: createCodePlane({ links, code, repository, blobs: store.blobs }),

    async close() {
      await Promise.all([mappings.close(), events.close()]);
      await transitions.close();
      await code.settled();
    },
  };
}
