import type { RestIntegrationResponse, RestMethodResponse, Texts } from './method.ts';
import { patchMap, patchMember, type PatchOperation } from './patch.ts';

export const statusPattern = /^[1-5]\d\d$/;

export const newIntegrationResponse: RestIntegrationResponse = {
  statusCode: '200',
  selectionPattern: '',
  contentHandling: '',
  parameters: {},
  templates: {},
};

export function integrationResponsePatch(
  before: RestIntegrationResponse,
  after: RestIntegrationResponse,
): readonly PatchOperation[] {
  return [
    ...patchMember('/selectionPattern', before.selectionPattern, after.selectionPattern),
    ...patchMember('/contentHandling', before.contentHandling, after.contentHandling, 'remove'),
    ...patchMap('/responseParameters', before.parameters, after.parameters),
    ...patchMap('/responseTemplates', before.templates, after.templates),
  ];
}

export const newMethodResponse: RestMethodResponse = { statusCode: '200', headers: [], models: {} };

const headerFlags = (headers: readonly string[]): Texts =>
  Object.fromEntries(headers.map((name) => [`method.response.header.${name}`, 'false']));

export function methodResponsePatch(
  before: RestMethodResponse,
  after: RestMethodResponse,
): readonly PatchOperation[] {
  return [
    ...patchMap('/responseParameters', headerFlags(before.headers), headerFlags(after.headers)),
    ...patchMap('/responseModels', before.models, after.models),
  ];
}
