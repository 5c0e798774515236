import type { Change } from '@/components/patterns/form-frame/change';
import type { CliValue } from '@/lib/domain/cli-command';
import type { IntegrationValues } from '@/lib/domain/rest-api/integration';
import type { useTranslations } from 'use-intl/react';
import { textsInWords } from './rows';

type Words = ReturnType<typeof useTranslations<'restForms.integration'>>;

/** What differs between two integrations, as the review lists it; null: there was none. */
export function integrationChanges(
  before: IntegrationValues | null,
  after: IntegrationValues,
  t: Words,
): readonly Change[] {
  const number = (value: number) => (Number.isNaN(value) ? '–' : value.toLocaleString('en-US'));
  const rows: readonly (readonly [string, string, (values: IntegrationValues) => string])[] = [
    ['type', t('type'), ({ type }) => type],
    ['uri', t('url'), ({ uri }) => uri],
    ['httpMethod', t('httpMethod'), ({ httpMethod }) => httpMethod],
    ['vpcLink', t('vpcLink'), ({ connectionId }) => connectionId],
    ['linkTarget', t('linkTarget'), ({ integrationTarget }) => integrationTarget],
    ['role', t('role'), ({ credentials }) => credentials],
    ['timeout', t('timeout'), ({ timeoutMs }) => `${number(timeoutMs)} ${t('ms')}`],
    ['transferMode', t('transferMode'), ({ transferMode }) => transferMode],
    ['passthrough', t('passthrough'), ({ passthroughBehavior }) => passthroughBehavior],
    ['contentHandling', t('contentHandling'), ({ contentHandling }) => contentHandling],
    ['parameters', t('parameters'), ({ parameters }) => textsInWords(parameters)],
    ['cacheKeys', t('cacheKeys'), ({ cacheKeys }) => cacheKeys.join(', ')],
    ['cacheNamespace', t('cacheNamespace'), ({ cacheNamespace }) => cacheNamespace],
    ['skip', t('skip'), ({ skipsVerification }) => String(skipsVerification)],
  ];
  // A new integration shows what was chosen, and not AWS's defaults.
  const chosen = ['type', 'uri', 'httpMethod', 'vpcLink', 'linkTarget', 'role', 'timeout'];
  return rows.flatMap(([id, label, read]): Change[] => {
    const to = read(after);
    if (before === null) return chosen.includes(id) && to !== '' ? [{ id, label, from: null, to }] : [];
    return read(before) === to ? [] : [{ id, label, from: read(before), to }];
  });
}

/** The parameters of `put-integration`. */
export function putIntegrationParameters(
  values: IntegrationValues,
): Readonly<Record<string, CliValue | undefined>> {
  const filled = (texts: Readonly<Record<string, string>>) =>
    Object.keys(texts).length > 0 ? texts : undefined;
  return {
    type: values.type,
    'integration-http-method': values.httpMethod || undefined,
    uri: values.uri || undefined,
    credentials: values.credentials || undefined,
    'connection-type': values.connectionType === 'INTERNET' ? undefined : values.connectionType,
    'connection-id': values.connectionId || undefined,
    'integration-target': values.integrationTarget || undefined,
    'request-parameters': filled(values.parameters),
    'request-templates': filled(values.templates),
    'passthrough-behavior': values.passthroughBehavior,
    'content-handling': values.contentHandling || undefined,
    'timeout-in-millis': values.timeoutMs === 29_000 ? undefined : values.timeoutMs,
    'cache-key-parameters': values.cacheKeys.length > 0 ? values.cacheKeys : undefined,
    'response-transfer-mode': values.transferMode === 'BUFFERED' ? undefined : values.transferMode,
  };
}
