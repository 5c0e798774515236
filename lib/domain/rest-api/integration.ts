import type { RestIntegration } from './method.ts';
import { patchMap, patchMember, patchSet, type PatchOperation } from './patch.ts';

/** What the form of an integration request edits: everything but the responses. */
export type IntegrationValues = Omit<RestIntegration, 'responses'>;

/** AWS takes more than 29 seconds for Regional and private APIs of accounts whose quota it has raised. */
export const timeoutMsRange = { min: 50, max: 300_000, streamMax: 900_000 };
export const passthroughBehaviors = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const;
/** Empty: passed through as it comes. */
export const contentHandlings = ['', 'CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] as const;

export function integrationValues({ responses: _responses, ...values }: RestIntegration): IntegrationValues {
  return values;
}

/** AWS's defaults for a new integration. */
export const newIntegration: IntegrationValues = {
  type: 'AWS_PROXY',
  httpMethod: 'POST',
  uri: '',
  credentials: '',
  connectionType: 'INTERNET',
  connectionId: '',
  integrationTarget: '',
  parameters: {},
  templates: {},
  passthroughBehavior: 'WHEN_NO_MATCH',
  contentHandling: '',
  timeoutMs: 29_000,
  cacheNamespace: '',
  cacheKeys: [],
  skipsVerification: false,
  transferMode: 'BUFFERED',
};

/** Only what changed. Of another type an integration is put anew: see `needsPut`. */
export function integrationPatch(
  before: IntegrationValues,
  after: IntegrationValues,
): readonly PatchOperation[] {
  return [
    ...patchMember('/httpMethod', before.httpMethod, after.httpMethod),
    ...patchMember('/uri', before.uri, after.uri),
    ...patchMember('/credentials', before.credentials, after.credentials, 'remove'),
    ...patchMember('/connectionType', before.connectionType, after.connectionType),
    ...patchMember('/connectionId', before.connectionId, after.connectionId, 'remove'),
    ...patchMember('/integrationTarget', before.integrationTarget, after.integrationTarget, 'remove'),
    ...patchMember('/passthroughBehavior', before.passthroughBehavior, after.passthroughBehavior),
    ...patchMember('/contentHandling', before.contentHandling, after.contentHandling, 'remove'),
    ...patchMember('/timeoutInMillis', String(before.timeoutMs), String(after.timeoutMs)),
    ...patchMember('/cacheNamespace', before.cacheNamespace, after.cacheNamespace),
    ...patchSet('/cacheKeyParameters', before.cacheKeys, after.cacheKeys),
    ...patchMember(
      '/tlsConfig/insecureSkipVerification',
      String(before.skipsVerification),
      String(after.skipsVerification),
    ),
    ...patchMember('/responseTransferMode', before.transferMode, after.transferMode),
    ...patchMap('/requestParameters', before.parameters, after.parameters),
    ...patchMap('/requestTemplates', before.templates, after.templates),
  ];
}

/** A change of type asks for PutIntegration, which also takes the integration's responses away. */
export function needsPut(before: IntegrationValues | null, after: IntegrationValues): boolean {
  return before?.type !== after.type || before.connectionType !== after.connectionType;
}
