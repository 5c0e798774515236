import { isMappingKind, type TriggerKind } from './trigger-kinds.ts';

/** Fields of all trigger forms. Their values are texts as a form sends them; a ticked box is `on`, lists are lines. */
const mappingFields = {
  source: '',
  bootstrapServers: '',
  enabled: 'on',
  topic: '',
  consumerGroup: '',
  queueName: '',
  virtualHost: '',
  database: '',
  collection: '',
  fullDocument: 'Default',
  authType: '',
  secret: '',
  batchSize: '',
  batchWindow: '',
  startingPosition: 'LATEST',
  startingTime: '',
  maxConcurrency: '',
  minPollers: '',
  maxPollers: '',
  partialFailures: '',
  filters: '',
  onFailure: '',
  retries: '',
  maxAge: '',
  bisect: '',
  parallelization: '',
  tumbling: '',
} as const;

const pushFields = {
  filterPolicy: '',
  filterScope: 'MessageAttributes',
  ruleMode: 'new',
  bus: 'default',
  ruleName: '',
  description: '',
  ruleType: 'schedule',
  pattern: '',
  schedule: '',
  input: '',
  scheduleName: '',
  scheduleGroup: 'default',
  timeZone: 'UTC',
  flexibleMinutes: '',
  role: '',
  events: 's3:ObjectCreated:*',
  prefix: '',
  suffix: '',
  recursionRead: '',
  logFilterName: '',
  logFilterPattern: '',
  apiMode: 'new',
  api: '',
  apiName: '',
  apiStage: 'default',
  apiAuth: 'NONE',
  apiCors: '',
} as const;

export const triggerDefaults = { ...mappingFields, ...pushFields } as const;

export type TriggerField = keyof typeof triggerDefaults;
export type TriggerValues = Readonly<Record<TriggerField, string>>;
export const triggerFieldNames = Object.keys(triggerDefaults) as readonly TriggerField[];

const kafka: readonly TriggerField[] = [
  'enabled',
  'topic',
  'consumerGroup',
  'authType',
  'secret',
  'startingPosition',
  'startingTime',
  'batchSize',
  'batchWindow',
  'minPollers',
  'maxPollers',
  'filters',
  'onFailure',
];
const stream: readonly TriggerField[] = [
  'source',
  'enabled',
  'batchSize',
  'batchWindow',
  'startingPosition',
  'startingTime',
  'filters',
  'onFailure',
  'retries',
  'maxAge',
  'bisect',
  'parallelization',
  'tumbling',
  'partialFailures',
];

/** Fields of one kind in the order of its form. */
export const fieldsOfKind: Readonly<Record<TriggerKind, readonly TriggerField[]>> = {
  sqs: [
    'source',
    'enabled',
    'batchSize',
    'batchWindow',
    'maxConcurrency',
    'partialFailures',
    'filters',
    'minPollers',
    'maxPollers',
  ],
  kinesis: stream,
  dynamodb: stream,
  msk: ['source', ...kafka],
  kafka: ['bootstrapServers', ...kafka],
  mq: ['source', 'enabled', 'queueName', 'virtualHost', 'secret', 'batchSize', 'batchWindow', 'filters'],
  documentdb: [
    'source',
    'enabled',
    'database',
    'collection',
    'secret',
    'startingPosition',
    'startingTime',
    'batchSize',
    'batchWindow',
    'fullDocument',
    'filters',
  ],
  sns: ['source', 'filterPolicy', 'filterScope'],
  eventbridge: [
    'ruleMode',
    'bus',
    'ruleName',
    'description',
    'ruleType',
    'pattern',
    'schedule',
    'input',
    'enabled',
  ],
  schedule: [
    'scheduleName',
    'scheduleGroup',
    'description',
    'schedule',
    'timeZone',
    'flexibleMinutes',
    'role',
    'input',
    'enabled',
  ],
  s3: ['source', 'events', 'prefix', 'suffix', 'recursionRead'],
  api: ['apiMode', 'api', 'apiName', 'apiStage', 'apiAuth', 'apiCors'],
  logs: ['source', 'logFilterName', 'logFilterPattern'],
  'function-url': [],
};

/** What AWS fixes with the first save. */
const fixedAfterwards: readonly TriggerField[] = [
  'source',
  'bootstrapServers',
  'topic',
  'consumerGroup',
  'queueName',
  'virtualHost',
  'startingPosition',
  'startingTime',
  'ruleMode',
  'bus',
  'ruleName',
  'scheduleName',
  'scheduleGroup',
  'logFilterName',
  'recursionRead',
];

/** Whether a field of this kind is asked for, given what is typed so far. */
export function isTriggerFieldShown(kind: TriggerKind, field: TriggerField, values: TriggerValues): boolean {
  switch (field) {
    case 'startingTime':
      return values.startingPosition === 'AT_TIMESTAMP';
    case 'secret':
      return (
        kind === 'mq' || kind === 'documentdb' || (values.authType !== '' && values.authType !== 'IAM_AUTH')
      );
    case 'filterScope':
      return values.filterPolicy.trim() !== '';
    case 'description':
    case 'ruleType':
      return kind !== 'eventbridge' || values.ruleMode === 'new';
    case 'pattern':
      return values.ruleMode === 'new' && values.ruleType === 'pattern';
    case 'schedule':
      return kind === 'schedule' || (values.ruleMode === 'new' && values.ruleType === 'schedule');
    case 'api':
      return values.apiMode === 'existing';
    case 'apiName':
    case 'apiStage':
    case 'apiCors':
      return values.apiMode === 'new';
    case 'enabled':
      return kind !== 'eventbridge' || values.ruleMode === 'new';
    default:
      return true;
  }
}

/** Fields of a form: all of a new trigger, what can be changed of one that is there. */
export function triggerFieldsInView(
  kind: TriggerKind,
  values: TriggerValues,
  isNew: boolean,
): readonly TriggerField[] {
  return fieldsOfKind[kind].filter(
    (field) => (isNew || !fixedAfterwards.includes(field)) && isTriggerFieldShown(kind, field, values),
  );
}

/** Where a new form begins. */
export function triggerStart(kind: TriggerKind, functionName: string): TriggerValues {
  return {
    ...triggerDefaults,
    batchSize: isMappingKind(kind) ? (kind === 'sqs' ? '10' : '100') : '',
    batchWindow: kind === 'sqs' || kind === 'kinesis' || kind === 'dynamodb' ? '0' : '',
    apiName: `${functionName}-API`,
    logFilterName: functionName,
  };
}
