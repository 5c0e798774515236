import type { useTranslations } from 'use-intl/react';
import type { Change } from '@/components/patterns/form-frame/change';
import { pathVariables } from '@/lib/domain/rest-api/method';
import {
  parameterKey,
  readParameters,
  type MethodRequestValues,
  type ParameterPlace,
} from '@/lib/domain/rest-api/method-request';
import type { RestAuthorizer, RestValidator } from '@/lib/domain/rest-api/parts';
import type { ListRow } from './row-list';
import { linesOf, rowsOfTexts, textsInWords, textsOfRows } from './rows';

/** The fields as they are typed. */
export interface RequestDraft {
  /** NONE, AWS_IAM or the id of an authorizer. */
  readonly authorization: string;
  readonly scopes: string;
  readonly validatorId: string;
  readonly apiKeyRequired: boolean;
  readonly operationName: string;
  /** One row for each variable of the path. */
  readonly path: readonly ListRow[];
  readonly query: readonly ListRow[];
  readonly headers: readonly ListRow[];
  readonly models: readonly ListRow[];
}

export function toRequestDraft(values: MethodRequestValues, path: string): RequestDraft {
  const parameters = readParameters(values.parameters);
  const rows = (place: ParameterPlace): readonly ListRow[] =>
    parameters
      .filter((parameter) => parameter.place === place)
      .map(({ name, required }) => ({ name, required: String(required) }));
  const declared = rows('path');
  return {
    authorization: values.authorizerId === '' ? values.authorizationType : values.authorizerId,
    scopes: values.scopes.join('\n'),
    validatorId: values.validatorId,
    apiKeyRequired: values.apiKeyRequired,
    operationName: values.operationName,
    path: [
      ...pathVariables(path).map(
        (name) => declared.find((row) => row['name'] === name) ?? { name, required: 'false' },
      ),
      // Left over from a path that was another once.
      ...declared.filter((row) => !pathVariables(path).includes(row['name'] ?? '')),
    ],
    query: rows('querystring'),
    headers: rows('header'),
    models: rowsOfTexts(values.models, 'contentType', 'model'),
  };
}

function flags(place: ParameterPlace, rows: readonly ListRow[]): Record<string, boolean> {
  return Object.fromEntries(
    rows
      .filter(({ name = '' }) => name.trim() !== '')
      .map(({ name = '', required }) => [parameterKey({ place, name: name.trim() }), required === 'true']),
  );
}

/** What is typed as values. Variables of the path are declared when they are required. */
export function fromRequestDraft(
  draft: RequestDraft,
  authorizers: readonly RestAuthorizer[],
): MethodRequestValues {
  const authorizer = authorizers.find(({ id }) => id === draft.authorization);
  const authorizationType =
    authorizer === undefined
      ? draft.authorization
      : authorizer.type === 'COGNITO_USER_POOLS'
        ? authorizer.type
        : 'CUSTOM';
  return {
    authorizationType,
    authorizerId: authorizer?.id ?? '',
    scopes: authorizationType === 'COGNITO_USER_POOLS' ? linesOf(draft.scopes) : [],
    apiKeyRequired: draft.apiKeyRequired,
    validatorId: draft.validatorId,
    operationName: draft.operationName.trim(),
    parameters: {
      ...flags(
        'path',
        draft.path.filter(({ required }) => required === 'true'),
      ),
      ...flags('querystring', draft.query),
      ...flags('header', draft.headers),
    },
    models: textsOfRows(draft.models, 'contentType', 'model'),
  };
}

type Words = ReturnType<typeof useTranslations<'restForms.request'>>;

/** What differs, as the review lists it. */
export function requestChanges(
  before: RequestDraft,
  after: RequestDraft,
  t: Words,
  choices: { readonly authorizers: readonly RestAuthorizer[]; readonly validators: readonly RestValidator[] },
): readonly Change[] {
  const nameOf = (items: readonly { id: string; name: string }[], id: string) =>
    items.find((item) => item.id === id)?.name ?? id;
  const rowsInWords = (rows: readonly ListRow[]) =>
    rows
      .filter(({ name = '' }) => name.trim() !== '')
      .map(({ name, required }) => (required === 'true' ? `${name} (${t('required')})` : name))
      .join(', ');
  const required = (rows: readonly ListRow[]) =>
    rowsInWords(rows.filter((row) => row['required'] === 'true'));
  const rows: readonly (readonly [string, string, (draft: RequestDraft) => string])[] = [
    ['authorization', t('authorization'), (draft) => nameOf(choices.authorizers, draft.authorization)],
    ['scopes', t('scopes'), (draft) => linesOf(draft.scopes).join(', ')],
    ['validator', t('validator'), (draft) => nameOf(choices.validators, draft.validatorId) || t('none')],
    ['apiKey', t('apiKey'), (draft) => String(draft.apiKeyRequired)],
    ['operationName', t('operationName'), (draft) => draft.operationName.trim()],
    ['path', t('path'), (draft) => required(draft.path)],
    ['query', t('query'), (draft) => rowsInWords(draft.query)],
    ['headers', t('headers'), (draft) => rowsInWords(draft.headers)],
    ['body', t('body'), (draft) => textsInWords(textsOfRows(draft.models, 'contentType', 'model'))],
  ];
  return rows
    .map(([id, label, read]) => ({ id, label, from: read(before), to: read(after) }))
    .filter(({ from, to }) => from !== to);
}
