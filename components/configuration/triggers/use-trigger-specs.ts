'use client';

import { useTranslations } from 'use-intl/react';
import { s3Events } from '@/lib/domain/s3-events';
import { triggerFieldsInView, type TriggerField, type TriggerValues } from '@/lib/domain/trigger-fields';
import type { TriggerKind } from '@/lib/domain/trigger-kinds';
import type { FieldOption, FieldSpec } from '@/components/patterns/fields/field-spec';

/** What the forms offer to choose from, read on the server. */
export interface TriggerChoices {
  readonly sources: readonly FieldOption[];
  readonly roles: readonly FieldOption[];
}

type Control = FieldSpec<TriggerField>['control'];

const controls: Partial<Record<TriggerField, Control>> = {
  source: 'choice',
  role: 'choice',
  api: 'choice',
  events: 'many',
  bootstrapServers: 'area',
  filters: 'area',
  filterPolicy: 'area',
  pattern: 'area',
  input: 'area',
  enabled: 'check',
  partialFailures: 'check',
  bisect: 'check',
  apiCors: 'check',
  recursionRead: 'check',
  batchSize: 'number',
  batchWindow: 'number',
  maxConcurrency: 'number',
  minPollers: 'number',
  maxPollers: 'number',
  retries: 'number',
  maxAge: 'number',
  parallelization: 'number',
  tumbling: 'number',
  flexibleMinutes: 'number',
  startingPosition: 'select',
  fullDocument: 'select',
  authType: 'select',
  ruleMode: 'radio',
  ruleType: 'radio',
  apiMode: 'radio',
  apiAuth: 'radio',
  filterScope: 'radio',
};

const neededFields: readonly TriggerField[] = [
  'source',
  'bootstrapServers',
  'topic',
  'queueName',
  'database',
  'startingPosition',
  'startingTime',
  'batchSize',
  'ruleMode',
  'ruleName',
  'ruleType',
  'pattern',
  'schedule',
  'scheduleName',
  'role',
  'events',
  'logFilterName',
  'apiMode',
  'api',
  'apiName',
  'apiAuth',
  'filterScope',
  'fullDocument',
];

const mono: readonly TriggerField[] = [
  'pattern',
  'filterPolicy',
  'filters',
  'input',
  'schedule',
  'prefix',
  'suffix',
];
const hinted = [
  'source',
  'bootstrapServers',
  'batchSize',
  'batchWindow',
  'maxConcurrency',
  'minPollers',
  'partialFailures',
  'filters',
  'onFailure',
  'retries',
  'maxAge',
  'startingTime',
  'filterPolicy',
  'pattern',
  'schedule',
  'input',
  'flexibleMinutes',
  'role',
  'prefix',
  'suffix',
  'recursionRead',
  'logFilterPattern',
  'apiCors',
] as const;
type Hinted = (typeof hinted)[number];
const isHinted = (field: TriggerField): field is Hinted => hinted.some((known) => known === field);

const sourceLabels = { sqs: 'queue', sns: 'snsTopic', s3: 'bucket', logs: 'logGroup' } as const;
const authTypes = [
  'SASL_SCRAM_512_AUTH',
  'SASL_SCRAM_256_AUTH',
  'BASIC_AUTH',
  'CLIENT_CERTIFICATE_TLS_AUTH',
  'SERVER_ROOT_CA_CERTIFICATE',
  'IAM_AUTH',
  'OAUTHBEARER_AUTH',
];

/** The fields of a trigger's form in the reader's language. */
export function useTriggerSpecs(
  kind: TriggerKind,
  values: TriggerValues,
  isNew: boolean,
  choices: TriggerChoices,
): readonly FieldSpec<TriggerField>[] {
  const t = useTranslations('triggers');
  const same = (value: string): FieldOption => ({ value, label: value });
  const optionsOf = (field: TriggerField): readonly FieldOption[] | undefined => {
    switch (field) {
      case 'source':
      case 'api':
        return choices.sources;
      case 'role':
        return choices.roles;
      case 'events':
        return s3Events.map(same);
      case 'authType':
        return authTypes.map(same);
      case 'fullDocument':
        return ['Default', 'UpdateLookup'].map(same);
      case 'startingPosition':
        return [
          { value: 'LATEST', label: t('choice.latest') },
          { value: 'TRIM_HORIZON', label: t('choice.trimHorizon') },
          ...(kind === 'dynamodb' ? [] : [{ value: 'AT_TIMESTAMP', label: t('choice.atTimestamp') }]),
        ];
      case 'ruleMode':
        return [
          { value: 'new', label: t('choice.new') },
          { value: 'existing', label: t('choice.existing') },
        ];
      case 'apiMode':
        return [
          { value: 'new', label: t('choice.newApi') },
          { value: 'existing', label: t('choice.existingApi') },
        ];
      case 'ruleType':
        return [
          { value: 'schedule', label: t('choice.schedule') },
          { value: 'pattern', label: t('choice.pattern') },
        ];
      case 'apiAuth':
        return [
          { value: 'NONE', label: t('choice.open'), detail: t('choice.openText') },
          { value: 'AWS_IAM', label: t('choice.iam'), detail: t('choice.iamText') },
        ];
      case 'filterScope':
        return [
          { value: 'MessageAttributes', label: t('choice.attributes') },
          { value: 'MessageBody', label: t('choice.body') },
        ];
      default:
        return undefined;
    }
  };
  const hintOf = (field: Hinted) => {
    if (field === 'source' && choices.sources.length > 0) return 'sourceListed';
    if (field === 'schedule' && kind === 'schedule') return 'scheduleOnce';
    return field;
  };
  return triggerFieldsInView(kind, values, isNew).map((field) => {
    const isRulePick = field === 'ruleName' && values.ruleMode === 'existing';
    const options = isRulePick ? choices.sources : optionsOf(field);
    const sourceLabel = kind in sourceLabels ? sourceLabels[kind as keyof typeof sourceLabels] : 'source';
    const isTimed = field === 'batchWindow' || field === 'maxAge' || field === 'tumbling';
    return {
      name: field,
      ...(isRulePick && { key: 'existing rule' }),
      label: t(`field.${field === 'source' ? sourceLabel : field}`),
      control: isRulePick ? 'choice' : (controls[field] ?? 'text'),
      optional: !neededFields.includes(field),
      mono: mono.includes(field),
      ...(isHinted(field) && { hint: t(`hint.${hintOf(field)}`) }),
      ...(options && { options }),
      ...(isTimed && { unit: t('unit.seconds') }),
      ...(field === 'flexibleMinutes' && { unit: t('unit.minutes') }),
    };
  });
}
