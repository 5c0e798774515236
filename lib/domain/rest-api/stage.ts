import type { Texts } from './method.ts';
import { patchMap, patchMember, pointer, type PatchOperation } from './patch.ts';

/** What a stage sets for all methods (the key `allMethods`) or for one of them. */
export interface MethodSettings {
  readonly metrics: boolean;
  /** OFF, ERROR or INFO. */
  readonly loggingLevel: string;
  readonly dataTrace: boolean;
  /** Requests at once; -1: not throttled here. */
  readonly burst: number;
  /** Requests a second. */
  readonly rate: number;
  readonly caching: boolean;
  readonly ttlSeconds: number;
  readonly encrypted: boolean;
  readonly requireAuthorization: boolean;
  readonly strategy: string;
}

/** What AWS sets with the first setting of an entry. */
export const settingsDefaults: MethodSettings = {
  metrics: false,
  loggingLevel: 'OFF',
  dataTrace: false,
  burst: 5000,
  rate: 10_000,
  caching: false,
  ttlSeconds: 300,
  encrypted: false,
  requireAuthorization: true,
  strategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};

export const cacheSizes = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'] as const;
export const loggingLevels = ['OFF', 'ERROR', 'INFO'] as const;
export const cacheStrategies = [
  'FAIL_WITH_403',
  'SUCCEED_WITH_RESPONSE_HEADER',
  'SUCCEED_WITHOUT_RESPONSE_HEADER',
] as const;
/** The key under which a stage keeps what it sets for all methods. */
export const allMethods = '*/*';

export interface Canary {
  readonly percent: number;
  readonly deploymentId: string;
  readonly overrides: Texts;
  readonly useStageCache: boolean;
}

export interface RestStage {
  readonly name: string;
  readonly deploymentId: string;
  readonly description: string;
  readonly variables: Texts;
  readonly cacheEnabled: boolean;
  /** GB; empty while there never was a cache. */
  readonly cacheSize: string;
  readonly cacheStatus: string;
  readonly tracing: boolean;
  readonly documentationVersion: string;
  readonly accessLogArn: string;
  readonly accessLogFormat: string;
  readonly webAclArn: string;
  /** What integrations show to their back ends; empty for none. */
  readonly clientCertificateId: string;
  readonly tags: Texts;
  readonly canary: Canary | null;
  /** By `allMethods` or `orders/{id}/GET`. */
  readonly settings: Readonly<Record<string, MethodSettings>>;
  /** ISO times. */
  readonly createdAt: string | undefined;
  readonly updatedAt: string | undefined;
}

export interface RestDeployment {
  readonly id: string;
  readonly description: string;
  readonly createdAt: string | undefined;
}

/** What the form of a stage edits. */
export interface StageValues {
  readonly description: string;
  readonly cacheEnabled: boolean;
  readonly cacheSize: string;
  readonly tracing: boolean;
  readonly clientCertificateId: string;
  readonly accessLogArn: string;
  readonly accessLogFormat: string;
  readonly settings: MethodSettings;
}

export function stageValues(stage: RestStage): StageValues {
  const { description, cacheEnabled, cacheSize, tracing, clientCertificateId } = stage;
  const { accessLogArn, accessLogFormat } = stage;
  return {
    description,
    cacheEnabled,
    cacheSize: cacheSize === '' ? '0.5' : cacheSize,
    tracing,
    clientCertificateId,
    accessLogArn,
    accessLogFormat,
    settings: stage.settings[allMethods] ?? settingsDefaults,
  };
}

/** The path of an entry of a stage's settings: slashes of the resource are written `~1`, the verb stands apart. */
export function settingsPath(key: string): string {
  const at = key.lastIndexOf('/');
  const [resource, verb] = [key.slice(0, at), key.slice(at + 1)];
  return resource === '*' ? `/*/${verb}` : `/${pointer(`/${resource.replace(/^\//, '')}`)}/${verb}`;
}

/** The key of a method among a stage's settings, as AWS names it: the path without its first slash. */
export function settingsKey(path: string, verb: string): string {
  return `${path.replace(/^\//, '')}/${verb}`;
}

/** Only the settings that changed; with `before` null each of them, so that AWS's defaults do not slip in. */
export function settingsPatch(
  key: string,
  before: MethodSettings | null,
  after: MethodSettings,
): readonly PatchOperation[] {
  const path = settingsPath(key);
  const rows: readonly (readonly [string, (settings: MethodSettings) => string])[] = [
    ['metrics/enabled', ({ metrics }) => String(metrics)],
    ['logging/loglevel', ({ loggingLevel }) => loggingLevel],
    ['logging/dataTrace', ({ dataTrace }) => String(dataTrace)],
    ['throttling/burstLimit', ({ burst }) => String(burst)],
    ['throttling/rateLimit', ({ rate }) => String(rate)],
    ['caching/enabled', ({ caching }) => String(caching)],
    ['caching/ttlInSeconds', ({ ttlSeconds }) => String(ttlSeconds)],
    ['caching/dataEncrypted', ({ encrypted }) => String(encrypted)],
    [
      'caching/requireAuthorizationForCacheControl',
      ({ requireAuthorization }) => String(requireAuthorization),
    ],
    ['caching/unauthorizedCacheControlHeaderStrategy', ({ strategy }) => strategy],
  ];
  return rows
    .filter(([, read]) => before === null || read(before) !== read(after))
    .map(([setting, read]) => ({ op: 'replace', path: `${path}/${setting}`, value: read(after) }));
}

export function stagePatch(before: StageValues, after: StageValues): readonly PatchOperation[] {
  const log =
    after.accessLogArn === ''
      ? before.accessLogArn === ''
        ? []
        : [{ op: 'remove', path: '/accessLogSettings' } as const]
      : [
          ...patchMember('/accessLogSettings/destinationArn', before.accessLogArn, after.accessLogArn),
          ...patchMember('/accessLogSettings/format', before.accessLogFormat, after.accessLogFormat),
        ];
  return [
    ...patchMember('/description', before.description, after.description),
    ...patchMember('/cacheClusterEnabled', String(before.cacheEnabled), String(after.cacheEnabled)),
    ...(after.cacheEnabled && (!before.cacheEnabled || before.cacheSize !== after.cacheSize)
      ? [{ op: 'replace', path: '/cacheClusterSize', value: after.cacheSize } as const]
      : []),
    ...patchMember('/tracingEnabled', String(before.tracing), String(after.tracing)),
    ...patchMember('/clientCertificateId', before.clientCertificateId, after.clientCertificateId),
    ...log,
    ...settingsPatch(allMethods, before.settings, after.settings),
  ];
}

export function variablesPatch(before: Texts, after: Texts): readonly PatchOperation[] {
  return patchMap('/variables', before, after);
}

/** Turns a canary into the stage, as AWS's console does: one request. */
export const promotion: readonly PatchOperation[] = [
  { op: 'replace', path: '/canarySettings/percentTraffic', value: '0.0' },
  { op: 'copy', from: '/canarySettings/stageVariableOverrides', path: '/variables' },
  { op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' },
];

export function canaryPatch(before: Canary, after: Canary): readonly PatchOperation[] {
  return [
    ...patchMember('/canarySettings/percentTraffic', String(before.percent), String(after.percent)),
    ...patchMember(
      '/canarySettings/useStageCache',
      String(before.useStageCache),
      String(after.useStageCache),
    ),
    ...patchMap('/canarySettings/stageVariableOverrides', before.overrides, after.overrides),
  ];
}

/** What is wrong with a stage variable. Limits of AWS. */
export function variableProblem(name: string, value: string): 'name' | 'value' | undefined {
  if (!/^\w{1,64}$/.test(name)) return 'name';
  return value.length > 512 || !/^[A-Za-z0-9._~:/?#&=,-]*$/.test(value) ? 'value' : undefined;
}

/** The eleven values of AWS's format presets, by their names. */
const logged = {
  requestId: '$context.requestId',
  extendedRequestId: '$context.extendedRequestId',
  ip: '$context.identity.sourceIp',
  caller: '$context.identity.caller',
  user: '$context.identity.user',
  requestTime: '$context.requestTime',
  httpMethod: '$context.httpMethod',
  resourcePath: '$context.resourcePath',
  status: '$context.status',
  protocol: '$context.protocol',
  responseLength: '$context.responseLength',
};

/** Formats of access logs to begin with, as AWS's console offers them. */
export const logFormats = {
  CLF: '$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime] "$context.httpMethod $context.resourcePath $context.protocol" $context.status $context.responseLength $context.requestId $context.extendedRequestId',
  JSON: JSON.stringify(logged),
  XML: `<request id="${logged.requestId}">${Object.entries(logged)
    .slice(1)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</request>`,
  CSV: Object.values(logged).join(','),
} as const;

/** What a form of a canary shows where there is none any more. */
export const noCanary: Canary = { percent: 0, deploymentId: '', overrides: {}, useStageCache: false };
