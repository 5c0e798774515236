import type { CanarySettings, MethodSetting, Stage } from '@aws-sdk/client-api-gateway';
import { notImplemented } from '../../../errors.ts';
import { badRequest, notInEnum } from '../errors.ts';
import {
  applyPatch,
  entry,
  flag,
  readFlag,
  readNumber,
  text,
  type PatchRule,
  type PatchWording,
  type RefusedPatch,
} from '../patch.ts';
import type { StoredStage } from '../records.ts';
import { limits } from './limits.ts';

const cacheSizes = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'];
const strategies = ['FAIL_WITH_403', 'SUCCEED_WITH_RESPONSE_HEADER', 'SUCCEED_WITHOUT_RESPONSE_HEADER'];
const loggingLevels = ['OFF', 'ERROR', 'INFO'];

/** What a method's entry has from its first write on. */
export const methodSettingDefaults: MethodSetting = {
  metricsEnabled: false,
  dataTraceEnabled: false,
  throttlingBurstLimit: 5000,
  throttlingRateLimit: 10_000,
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};

export function assertStageName(name: string): void {
  if (/^[a-zA-Z0-9_-]{1,128}$/.test(name)) return;
  throw badRequest('Stage name only allows a-zA-Z0-9_');
}

export function assertStage(stage: StoredStage): void {
  assertVariables(stage.variables);
  assertVariables(stage.canarySettings?.stageVariableOverrides);
  const size = stage.cacheClusterSize;
  if (size !== undefined && !cacheSizes.includes(size))
    throw notInEnum(size, 'createStageInput.cacheClusterSize', cacheSizes);
  const percent = stage.canarySettings?.percentTraffic;
  if (percent !== undefined && !(percent >= 0 && percent <= 100))
    throw badRequest('Canary percent traffic must be between 0.0 and 100.0');
  const { destinationArn, format } = stage.accessLogSettings ?? {};
  if (destinationArn?.includes(':firehose:'))
    throw notImplemented('An access log that goes to a delivery stream of Firehose');
  if (destinationArn && !/^arn:[\w-]+:logs:[\w-]+:\d{12}:log-group:[^:]+/.test(destinationArn))
    throw badRequest(
      `Invalid access log destination ${destinationArn}: give the ARN of a log group, arn:aws:logs:{region}:{account}:log-group:{name}`,
    );
  if (format !== undefined && !/\$context\.(?:requestId|extendedRequestId)/.test(format)) {
    throw badRequest(
      'Access Log format must be single line, new line character is allowed only at end of the format, and must contain one of $context.requestId or $context.extendedRequestId.',
    );
  }
}

function assertVariables(variables: Readonly<Record<string, string>> | undefined): void {
  const entries = Object.entries(variables ?? {});
  if (entries.length > limits.variables)
    throw badRequest(`A stage has at most ${limits.variables} variables.`);
  for (const [name, value] of entries) {
    if (!/^\w{1,64}$/.test(name))
      throw badRequest(`Stage variable name must only contain alphanumeric characters and '_': ${name}`);
    if (value.length > 512 || !/^[A-Za-z0-9._~:/?#&=,-]*$/.test(value)) {
      throw badRequest(
        `Stage variable value must be no longer than 512 characters and match the regex [A-Za-z0-9-._~:/?#&=,]+: ${name}`,
      );
    }
  }
}

/** AWS's own list, to the letter: its missing commas, and what it leaves out though it takes it. */
const namedPaths = (() => {
  const method = '/{resourcePath}/{httpMethod}';
  const all = '/*/*';
  const caching = ['enabled', 'dataEncrypted', 'requireAuthorizationForCacheControl'];
  const settings = (place: string, gap: string) => [
    ...['metrics/enabled', 'logging/dataTrace', 'logging/loglevel'].map((name) => `${place}/${name}`),
    ['throttling/burstLimit', 'throttling/rateLimit', 'caching/ttlInSeconds']
      .map((name) => `${place}/${name}`)
      .join(gap),
    ...[...caching, 'unauthorizedCacheControlHeaderStrategy'].map((name) => `${place}/caching/${name}`),
  ];
  return [
    '/deploymentId',
    '/description',
    '/cacheClusterEnabled',
    '/cacheClusterSize',
    '/clientCertificateId',
    '/accessLogSettings',
    '/accessLogSettings/destinationArn',
    '/accessLogSettings/format',
    ...settings(method, ''),
    ...settings(all, ' '),
    '/variables/{variable_name}',
    '/tracingEnabled',
  ].join(', ');
})();

/** The blank at the end is recorded. */
const noSetting = (key: string) =>
  `Cannot remove method setting ${key} because there is no method setting for this method `;

const wrongCopy = (path: string, from = 'null') =>
  `Invalid copy operation with path: ${path} and from ${from}. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]`;

function refusePatch({ op, path, from }: RefusedPatch): string {
  if (op === 'remove') return noSetting(path.slice(1));
  if (op === 'add') return `Invalid add operation with path: ${path}`;
  if (op === 'copy') return wrongCopy(path, from);
  return `Invalid method setting path: ${path}. Must be one of: [${namedPaths}]`;
}

const wording: PatchWording = { wrongPath: refusePatch, wrongOp: refusePatch };

type SettingReader = (setting: MethodSetting, value: string | undefined, path: string) => void;

const readers: Readonly<Record<string, SettingReader>> = {
  'metrics/enabled': (setting, value) => void (setting.metricsEnabled = readFlag(value)),
  'logging/dataTrace': (setting, value) => void (setting.dataTraceEnabled = readFlag(value)),
  'logging/loglevel'(setting, value = '') {
    if (!loggingLevels.includes(value))
      throw badRequest(`Invalid logging level: must be one of ${loggingLevels.join(', ')}`);
    setting.loggingLevel = value;
  },
  'throttling/burstLimit': (setting, value, path) =>
    void (setting.throttlingBurstLimit = readNumber(value, path, { min: -1, max: 2_147_483_647 })),
  'throttling/rateLimit'(setting, value, path) {
    const rate = Number(value);
    if (value === undefined || !Number.isFinite(rate) || rate < -1)
      throw badRequest(`Invalid patch value '${value ?? ''}' for path ${path}: must be a number`);
    setting.throttlingRateLimit = rate;
  },
  'caching/enabled': (setting, value) => void (setting.cachingEnabled = readFlag(value)),
  'caching/ttlInSeconds': (setting, value, path) =>
    void (setting.cacheTtlInSeconds = readNumber(value, path, { min: 0, max: 3600 })),
  'caching/dataEncrypted': (setting, value) => void (setting.cacheDataEncrypted = readFlag(value)),
  'caching/requireAuthorizationForCacheControl': (setting, value) =>
    void (setting.requireAuthorizationForCacheControl = readFlag(value)),
  'caching/unauthorizedCacheControlHeaderStrategy'(setting, value = '') {
    if (!strategies.includes(value))
      throw badRequest(`Invalid cache control strategy: must be one of ${strategies.join(', ')}`);
    setting.unauthorizedCacheControlHeaderStrategy = value as 'FAIL_WITH_403';
  },
};

/** `/~1pets~1{id}/GET/throttling/rateLimit`, the first `~1` left out or not; asterisks stand for all. */
const methodRules: readonly PatchRule<StoredStage>[] = [
  ...Object.keys(readers).map((setting): PatchRule<StoredStage> => ({
    path: `/{resourcePath}/{httpMethod}/${setting}`,
    ops: ['replace', 'add'],
    apply(stage, { names: [resourcePath = '', verb = ''], value }) {
      const key = settingKey(resourcePath, verb);
      // What is set for all methods is where an entry of one begins [rec].
      const { [key]: before, '*/*': ofAll } = stage.methodSettings ?? {};
      const next = { ...methodSettingDefaults, ...(before ?? ofAll) };
      readers[setting]?.(next, value, `/${key}/${setting}`);
      stage.methodSettings = { ...stage.methodSettings, [key]: next };
    },
  })),
  {
    path: '/{resourcePath}/{httpMethod}',
    ops: ['remove'],
    apply(stage, { names: [resourcePath = '', verb = ''] }) {
      const key = settingKey(resourcePath, verb);
      const { [key]: removed, ...others } = stage.methodSettings ?? {};
      if (!removed) throw badRequest(noSetting(key));
      stage.methodSettings = others;
    },
  },
];

/** As AWS names the entries: the path without its first slash, e.g. `pets/{id}/GET`; the root is `/GET`. */
function settingKey(resourcePath: string, verb: string): string {
  return `${resourcePath.startsWith('/') ? resourcePath.slice(1) : resourcePath}/${verb}`;
}

/** The first change of a canary makes one, of the stage's own deployment [rec]. */
const canary = ({ deploymentId, canarySettings }: StoredStage): CanarySettings => ({
  deploymentId,
  percentTraffic: 0,
  useStageCache: false,
  ...canarySettings,
});

const promoted = (stage: StoredStage): CanarySettings => {
  if (!stage.canarySettings) throw badRequest('Promotion not available. Canary does not exist.');
  return stage.canarySettings;
};

const stageRules: readonly PatchRule<StoredStage>[] = [
  text('deploymentId'),
  text('description', { isRemovable: true }),
  flag('cacheClusterEnabled'),
  text('cacheClusterSize'),
  text('clientCertificateId', { isRemovable: true }),
  text('documentationVersion', { isRemovable: true }),
  flag('tracingEnabled'),
  entry('variables'),
  {
    path: '/accessLogSettings/{member}',
    ops: ['replace', 'add', 'remove'],
    apply(stage, { op, names: [member = ''], value }) {
      if (member !== 'destinationArn' && member !== 'format')
        throw badRequest(`Invalid patch path /accessLogSettings/${member}`);
      stage.accessLogSettings = { ...stage.accessLogSettings, [member]: op === 'remove' ? undefined : value };
    },
  },
  {
    path: '/accessLogSettings',
    ops: ['remove'],
    apply: (stage) => void (stage.accessLogSettings = undefined),
  },
  {
    path: '/canarySettings',
    ops: ['remove'],
    apply: (stage) => void (stage.canarySettings = undefined),
  },
  {
    path: '/canarySettings/percentTraffic',
    ops: ['replace'],
    apply: (stage, { value }) =>
      // What is no number becomes one that is refused.
      void (stage.canarySettings = { ...canary(stage), percentTraffic: value ? Number(value) : Number.NaN }),
  },
  {
    path: '/canarySettings/useStageCache',
    ops: ['replace'],
    apply: (stage, { value }) =>
      void (stage.canarySettings = {
        ...canary(stage),
        useStageCache: readFlag(value),
      }),
  },
  {
    path: '/canarySettings/deploymentId',
    ops: ['replace'],
    apply: (stage, { value }) => void (stage.canarySettings = { ...canary(stage), deploymentId: value }),
  },
  {
    path: '/canarySettings/stageVariableOverrides/{name}',
    ops: ['add', 'replace', 'remove'],
    apply(stage, change) {
      const settings = canary(stage);
      entry<CanarySettings>('stageVariableOverrides').apply(settings, change);
      stage.canarySettings = settings;
    },
  },
  // Promotion of a canary copies both of these.
  {
    path: '/variables',
    ops: ['copy'],
    apply(stage, { from }) {
      const { stageVariableOverrides } = promoted(stage);
      if (from !== '/canarySettings/stageVariableOverrides') throw badRequest(wrongCopy('/variables', from));
      stage.variables = { ...stage.variables, ...stageVariableOverrides };
    },
  },
  {
    path: '/deploymentId',
    ops: ['copy'],
    apply(stage, { from }) {
      const { deploymentId = stage.deploymentId } = promoted(stage);
      if (from !== '/canarySettings/deploymentId') throw badRequest(wrongCopy('/deploymentId', from));
      stage.deploymentId = deploymentId;
    },
  },
  ...methodRules,
];

export function patchStage(stage: StoredStage, operations: Parameters<typeof applyPatch>[1]): void {
  applyPatch(stage, operations, stageRules, wording);
  assertStage(stage);
}

/** Options that CreateStage and CreateDeployment share. */
export type StageOptions = Pick<
  Stage,
  | 'description'
  | 'cacheClusterEnabled'
  | 'cacheClusterSize'
  | 'variables'
  | 'tracingEnabled'
  | 'documentationVersion'
  | 'canarySettings'
  | 'tags'
>;
