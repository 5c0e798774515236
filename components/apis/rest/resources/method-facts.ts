import type { RestMethod } from '@/lib/domain/rest-api/method';
import { readParameters } from '@/lib/domain/rest-api/method-request';
import type { getTranslator } from '@/lib/i18n/server';
import { integrationWord } from './tree-rows';
import type { Fact } from './station-card';

type Words = Awaited<ReturnType<typeof getTranslator<'restApis'>>>;

/** A station shows this many lines; its tab shows all. */
const shownMax = 3;

/** Names of what a method refers to by id. */
export interface MethodNames {
  readonly authorizers: Readonly<Record<string, string>>;
  readonly validators: Readonly<Record<string, string>>;
}

export function requestFacts(method: RestMethod, names: MethodNames, t: Words): readonly Fact[] {
  const authorizer = names.authorizers[method.authorizerId] ?? method.authorizerId;
  const validator = names.validators[method.validatorId] ?? method.validatorId;
  const required = readParameters(method.parameters).filter((parameter) => parameter.required);
  const facts: Fact[] = [
    [t('request.authorization'), authorizer === '' ? method.authorizationType : authorizer],
    [t('request.validator'), validator === '' ? t('request.noValidator') : validator],
  ];
  if (method.apiKeyRequired) facts.push([t('request.apiKey'), t('request.yes')]);
  else if (required.length > 0)
    facts.push([t('request.required'), required.map(({ name }) => name).join(', ')]);
  return facts;
}

export function integrationFacts(method: RestMethod, t: Words): readonly Fact[] {
  const { integration } = method;
  if (integration === null) return [];
  const templates = Object.keys(integration.templates);
  return [
    [t('integration.type'), t(`integration.types.${integrationWord(integration)}`)],
    ...(templates.length > 0 ? [[t('responses.template'), templates.join(', ')] as const] : []),
    ...(integration.type === 'MOCK'
      ? []
      : [
          [
            t('integration.timeout'),
            t('integration.ms', { value: integration.timeoutMs.toLocaleString('en-US') }),
          ] as const,
        ]),
  ];
}

/** Selection pattern to status, the default one last as it is the one that is left. */
export function integrationResponseFacts(method: RestMethod, t: Words): readonly Fact[] {
  return (method.integration?.responses ?? [])
    .slice(0, shownMax)
    .map((response) => [
      response.selectionPattern === '' ? t('responses.default') : response.selectionPattern,
      [
        response.statusCode,
        Object.keys(response.templates).length > 0 ? t('responses.template') : t('responses.passThrough'),
      ].join(', '),
    ]);
}

export function methodResponseFacts(method: RestMethod, t: Words): readonly Fact[] {
  return method.responses.slice(0, shownMax).map((response) => {
    const models = [...new Set(Object.values(response.models))].join(', ');
    const headers =
      response.headers.length > 0 ? t('responses.count', { count: response.headers.length }) : '';
    return [response.statusCode, [models, headers].filter(Boolean).join(' · ') || '–'];
  });
}
