import type { CreateIntegrationResponseRequest, IntegrationResponse } from '@aws-sdk/client-apigatewayv2';
import { badRequest, conflict } from '../errors.ts';
import { given } from '../given.ts';
import type { HttpApiParts } from '../parts.ts';
import type { StoredIntegrationResponse } from '../records.ts';
import { assertNameSelection } from './selection-expression.ts';

type ResponseInput = Omit<Partial<CreateIntegrationResponseRequest>, 'ApiId' | 'IntegrationId'>;

const patternMax = 256;

export function integrationResponsesOf({ repository }: HttpApiParts, apiId: string, integrationId: string) {
  return repository
    .listParts(apiId, 'integrationResponse')
    .filter(({ IntegrationId }) => IntegrationId === integrationId);
}

/** The integration response that a change leaves: `$default`, or a regular expression between slashes. */
export function changedIntegrationResponse(
  parts: HttpApiParts,
  apiId: string,
  before: StoredIntegrationResponse,
  input: ResponseInput,
): StoredIntegrationResponse {
  const response: StoredIntegrationResponse = {
    ...before,
    IntegrationResponseKey: input.IntegrationResponseKey ?? before.IntegrationResponseKey,
    ...given(input, [
      'ContentHandlingStrategy',
      'ResponseParameters',
      'ResponseTemplates',
      'TemplateSelectionExpression',
    ]),
  };
  assertKey(response.IntegrationResponseKey);
  if (response.TemplateSelectionExpression !== undefined)
    assertNameSelection('templateSelectionExpression', response.TemplateSelectionExpression);
  const isTaken = integrationResponsesOf(parts, apiId, before.IntegrationId).some(
    (other) =>
      other.IntegrationResponseKey === response.IntegrationResponseKey &&
      other.IntegrationResponseId !== before.IntegrationResponseId,
  );
  if (isTaken)
    throw conflict(
      `Integration response with key ${response.IntegrationResponseKey} already exists for this integration`,
    );
  return response;
}

function assertKey(key: string): void {
  if (key === '$default') return;
  const pattern = /^\/(.+)\/$/s.exec(key)?.[1];
  if (pattern !== undefined && pattern.length <= patternMax && isPattern(pattern)) return;
  throw badRequest(
    'Invalid integrationResponseKey specified. Must be $default or a regular expression such as /2\\d\\d/.',
  );
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

export function describeIntegrationResponse({
  IntegrationId: _owner,
  ...response
}: StoredIntegrationResponse): IntegrationResponse {
  return response;
}
