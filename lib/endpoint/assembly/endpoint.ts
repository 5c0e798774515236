import path from 'node:path';
import type { EndpointConfig } from '../config.ts';
import { createFunctionUrlPlane } from '../data-plane/function-url/plane.ts';
import { createHttpApiPlane } from '../data-plane/http-api/plane.ts';
import { createRestApiPlane } from '../data-plane/rest-api/plane.ts';
import { createWebSocketApiPlane } from '../data-plane/websocket-api/plane.ts';
import { startListener } from '../http/listener.ts';
import type { Logger } from '../log.ts';
import { startRuntimes } from '../runtimes/invoke.ts';
import type { FoundRuntime, IsolationLevel } from '../runtimes/launch.ts';
import { areSamplesWanted, wantSamples } from '../samples/seed.ts';
import { createRestApiService, createVpcLinkDirectory } from '../services/apigateway/index.ts';
import { createHttpApiService } from '../services/apigatewayv2/index.ts';
import { systemClock } from '../services/clock.ts';
import { createEventBridgeService } from '../services/eventbridge/index.ts';
import { createCloudWatchService } from '../services/cloudwatch/index.ts';
import { createIamService } from '../services/iam/index.ts';
import { createEc2Service } from '../services/ec2/index.ts';
import { createEfsService } from '../services/efs/index.ts';
import { createKmsService } from '../services/kms/index.ts';
import { createLambdaService } from '../services/lambda/index.ts';
import { createLogsService } from '../services/logs/index.ts';
import { createRdsService } from '../services/rds/index.ts';
import { createS3Service } from '../services/s3/index.ts';
import { createSecretsManagerService } from '../services/secretsmanager/index.ts';
import { createSchemasService } from '../services/schemas/index.ts';
import { createSchedulerService } from '../services/scheduler/index.ts';
import { createSnsService } from '../services/sns/index.ts';
import { createSqsService } from '../services/sqs/index.ts';
import { createSsmService } from '../services/ssm/index.ts';
import { createTaggingService } from '../services/tagging/index.ts';
import { createStsService } from '../services/sts/index.ts';
import { createXRayService } from '../services/xray/index.ts';
import type { Store } from '../store/database.ts';
import { openStore } from '../store/open.ts';
import { accountOf } from '../wire/credential-scope.ts';
import { createWire } from '../wire/wire.ts';
import { startDatabaseProxies } from './database-proxies.ts';
import { freePort } from './free-port.ts';
import { createSamples } from './create-samples.ts';
import { createServiceDoor } from './service-calls.ts';
import { createUrlCallers } from './url-callers.ts';

export interface RunningEndpoint {
  readonly port: number;
  /** How programs on this machine reach it, e.g. `http://127.0.0.1:4566`. */
  readonly url: string;
  readonly isolation: IsolationLevel;
  readonly found: readonly FoundRuntime[];
  readonly recovered: readonly string[];
  /** Resolves when the sample functions, if this start makes them, are there. Never rejects. */
  readonly settled: Promise<void>;
  /** Stops taking requests, lets running ones end for two seconds, kills what is left, closes the data folder. */
  close(): Promise<void>;
}

export interface EndpointFolders {
  /** One folder of sources a sample. */
  readonly samples: string;
}

/**
 * Whether calls are logged, counted, traced and limited. `off` exists for the bench, which measures what all of that
 * costs; no setting leads to it.
 */
export type Accounting = 'on' | 'off';

/** Puts the endpoint together and starts it. On failure nothing is left running and the folder is free again. */
export async function startEndpoint(
  config: EndpointConfig,
  logger: Logger,
  folders: EndpointFolders,
  accounting: Accounting = 'on',
): Promise<RunningEndpoint> {
  const port = await freePort(config.host, config.port);
  const cleanUps: (() => Promise<void>)[] = [];
  /** Last opened, first closed; one failure does not keep the others from being closed. */
  const closeAll = async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) {
      await cleanUp().catch((error: unknown) => logger.error({ err: error }, 'A part did not close cleanly'));
    }
  };
  try {
    const store = await openStore(config.dataFolder, config.hasSamples ? { onNew: wantSamples } : {});
    cleanUps.push(() => store.close());
    return await startOn(store, { config, logger, folders, accounting, port, cleanUps, closeAll });
  } catch (error) {
    await closeAll();
    throw error;
  }
}

interface Surroundings {
  readonly config: EndpointConfig;
  readonly logger: Logger;
  readonly folders: EndpointFolders;
  readonly accounting: Accounting;
  readonly port: number;
  readonly cleanUps: (() => Promise<void>)[];
  readonly closeAll: () => Promise<void>;
}

async function startOn(store: Store, surroundings: Surroundings): Promise<RunningEndpoint> {
  const { config, logger, folders, accounting, port, cleanUps, closeAll } = surroundings;
  const url = `http://${localHost(config.host)}:${port}`;
  const logs = createLogsService({
    folder: store.folder,
    onFailure: (message, error) => logger.error({ err: error }, message),
  });
  cleanUps.push(() => logs.service.close?.() ?? Promise.resolve());
  const cloudwatch = createCloudWatchService({
    folder: store.folder,
    now: Date.now,
    onFailure: (message, error) => logger.error({ err: error }, message),
  });
  cleanUps.push(() => cloudwatch.service.close?.() ?? Promise.resolve());
  const xray = createXRayService({
    folder: store.folder,
    now: Date.now,
    onFailure: (message, error) => logger.error({ err: error }, message),
  });
  cleanUps.push(() => xray.service.close?.() ?? Promise.resolve());
  const sts = createStsService({ database: store.database, clock: systemClock });
  // It asks interpreters and waits for them; the services are made meanwhile.
  const starting = startRuntimes({
    folder: path.join(store.folder, 'run'),
    logs: accounting === 'on' ? logs.sink : { append: () => undefined },
    logger,
    // What the limit lets in and the machine cannot run at once waits.
    limits: { queueMax: Math.max(1000, config.concurrencyLimit) },
    ...(config.isolation && { isolation: config.isolation }),
    ...(config.searchPath && { searchPath: config.searchPath }),
    mayFetchNode: config.mayFetchNode,
    keysOf: ({ accountId, roleArn = '', functionName }) =>
      sts.openEnvironment({ accountId, roleArn, functionName }),
  });
  const hasNone = () => undefined; // A start that failed is told where it is awaited.
  starting.catch(hasNone);
  cleanUps.push(() => starting.then((runtimes) => runtimes.close(), hasNone));
  const sqs = createSqsService({
    database: store.database,
    clock: systemClock,
    onFailure: (message, error) => logger.error({ err: error }, message),
  });
  cleanUps.push(() => sqs.close?.() ?? Promise.resolve());
  const sns = createSnsService({ database: store.database, clock: systemClock, logger });
  const events = createEventBridgeService({ database: store.database, clock: systemClock, logger });
  const scheduler = createSchedulerService({ database: store.database, clock: systemClock, logger });
  const schemas = createSchemasService({ database: store.database, clock: systemClock });
  const s3 = await createS3Service({ store, clock: systemClock, logger });
  cleanUps.push(() => s3.close());
  const kms = await createKmsService({ store, clock: systemClock });
  const held = { database: store.database, clock: systemClock, keys: kms.keys };
  const secrets = createSecretsManagerService(held);
  const ssm = createSsmService(held);
  const ec2 = createEc2Service({ database: store.database, clock: systemClock });
  const efs = createEfsService({ store, clock: systemClock, networks: ec2.networks });
  const rds = createRdsService({
    ...held,
    secrets: secrets.secrets,
    networks: ec2.networks,
    onFailure: (message, error) => logger.error({ err: error }, message),
  });
  const iam = createIamService({ database: store.database });
  const runtimes = await starting;
  // Roles are not looked up: scripts written for local endpoints name any. IAM's header says so.
  const lambda = createLambdaService({
    store,
    runtimes,
    clock: systemClock,
    logger,
    endpointUrl: url,
    queues: sqs.queues,
    topics: sns.topics,
    buses: events.buses,
    objects: s3.objects,
    keys: kms.keys,
    networks: ec2.networks,
    fileSystems: efs.fileSystems,
    concurrencyLimit: config.concurrencyLimit,
    ...(accounting === 'on' ? { metrics: cloudwatch.metrics, traces: xray.traces } : { isLimited: false }),
  });
  cleanUps.push(() => lambda.close?.() ?? Promise.resolve());
  const doors = { queues: sqs.queues, functions: lambda.calls, topics: sns.topics };
  logs.start(lambda.calls);
  sns.start(doors);
  cleanUps.push(() => sns.close());
  events.start(doors);
  cleanUps.push(() => events.close());
  scheduler.start(doors);
  s3.start({ ...doors, buses: events.buses });
  cleanUps.push(() => scheduler.close());

  const httpApis = createHttpApiService({ database: store.database, clock: systemClock });
  const restApis = createRestApiService({
    database: store.database,
    clock: systemClock,
    hasSocketStage: httpApis.hasSocketStage,
  });
  const holders = [
    lambda,
    logs.service,
    cloudwatch.service,
    xray.service,
    iam,
    sqs,
    sns,
    events,
    scheduler,
    schemas,
    s3,
    kms,
    secrets,
    ssm,
    ec2,
    efs,
    rds,
    restApis,
    httpApis,
    sts,
  ];
  const services = [...holders, createTaggingService(holders)];
  const planeParts = {
    lambda,
    baseUrl: url,
    addresses: { isLoopbackAllowed: config.mayIntegrateLoopback },
    findLink: createVpcLinkDirectory(store.database).find,
    now: Date.now,
    log: logger,
  };
  const callerOf = createUrlCallers(config.keys, Date.now, 'execute-api', sts.session);
  const serviceDoor = createServiceDoor(createWire(services, { log: logger }), url);
  const restApiPlane = createRestApiPlane({
    ...planeParts,
    findVpcEndpoint: ec2.getVpcEndpoint,
    services: serviceDoor,
    directory: restApis.directory,
    callerOf,
    logs: logs.sink,
    metrics: cloudwatch.metrics,
    traces: xray.traces,
  });
  restApis.setTester(restApiPlane.tester);
  cleanUps.push(() => Promise.resolve(restApiPlane.close()));
  const httpApiPlane = createHttpApiPlane({
    ...planeParts,
    directory: httpApis.directory,
    domains: restApis.directory,
    callerOf,
    services: serviceDoor,
    logs: logs.sink,
    metrics: cloudwatch.metrics,
  });
  cleanUps.push(() => Promise.resolve(httpApiPlane.close()));
  cleanUps.push(await startDatabaseProxies({ rds, folder: store.folder, keys: config.keys }));
  const webSocketApiPlane = createWebSocketApiPlane({
    ...planeParts,
    directory: httpApis.directory,
    domains: restApis.directory,
    plans: restApis.directory,
    clock: systemClock,
    callerOf,
    logs: logs.sink,
    metrics: cloudwatch.metrics,
    services: serviceDoor,
  });

  const wire = createWire(services, {
    log: logger,
    ...(config.keys.size > 0 && {
      secretOf: (accessKeyId: string) => config.keys.get(accessKeyId) ?? sts.session(accessKeyId)?.secret,
    }),
  });
  const functionUrls = createFunctionUrlPlane({
    urls: lambda.functionUrls,
    callerOf: createUrlCallers(config.keys, Date.now, 'lambda', sts.session),
    now: Date.now,
  });
  const startedAt = Date.now();
  const listener = await startListener({
    port,
    host: config.host,
    wire,
    // Of the two that share addresses the second answers for unknown APIs.
    planes: [lambda.codePlane, functionUrls, restApiPlane, webSocketApiPlane, httpApiPlane],
    servedNames: [config.host.toLowerCase(), ...config.allowedHosts],
    servedNamesSetting: 'LAMBDECK_ENDPOINT_ALLOWED_HOSTS',
    isVerified: config.keys.size > 0,
    accountOfKey: (accessKeyId) => sts.session(accessKeyId)?.accountId ?? accountOf(accessKeyId),
    log: logger,
    health: () => ({
      status: 'ok',
      isolation: runtimes.isolation,
      runtimes: runtimes.found,
      recovered: store.recovered,
      signatures: config.keys.size > 0 ? 'verified' : 'any',
      environments: runtimes.counts(),
      uptimeSeconds: Math.floor((Date.now() - startedAt) / 1000),
    }),
  });
  // After listening: the first request of a client meets loaded schemas, and a self-check that fails stops the start.
  await wire.preload(['lambda']);
  // Connections end first: every other part may still be needed by a request until then.
  cleanUps.push(() => listener.close());
  cleanUps.push(() => Promise.resolve(sqs.endWaits()));
  // The listener waits for every socket, and those of WebSockets stay until somebody closes them.
  cleanUps.push(() => webSocketApiPlane.close());

  const stop = new AbortController();
  const settled =
    config.hasSamples && areSamplesWanted(store.folder)
      ? createSamples({ lambda, iam, runtimes, folders, url, logger, store, signal: stop.signal })
      : Promise.resolve();
  return {
    port: listener.port,
    url,
    isolation: runtimes.isolation,
    found: runtimes.found,
    recovered: store.recovered,
    settled,
    async close() {
      stop.abort();
      await settled;
      await closeAll();
    },
  };
}

/** The host under which this machine reaches a program that listens on `host`. */
function localHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
