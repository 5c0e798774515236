import type { AuthorizerValues, RestSettings } from './parts.ts';
import { patchMember, patchSet, patchValues, type PatchOperation } from './patch.ts';

export function authorizerPatch(
  before: AuthorizerValues,
  after: AuthorizerValues,
): readonly PatchOperation[] {
  return [
    ...patchMember('/name', before.name, after.name),
    ...(after.type === 'COGNITO_USER_POOLS' ? [] : patchMember('/authorizerUri', before.uri, after.uri)),
    ...patchMember('/authorizerCredentials', before.credentials, after.credentials, 'remove'),
    ...patchMember('/identitySource', before.identitySource, after.identitySource),
    ...patchMember(
      '/identityValidationExpression',
      before.validationExpression,
      after.validationExpression,
      'remove',
    ),
    ...patchMember('/authorizerResultTtlInSeconds', String(before.ttlSeconds), String(after.ttlSeconds)),
    // New ones first: an authorizer of user pools has one at least.
    ...[...patchValues('/providerARNs', before.providerArns, after.providerArns)].sort((a, b) =>
      a.op.localeCompare(b.op),
    ),
  ];
}

export function settingsPatch(before: RestSettings, after: RestSettings): readonly PatchOperation[] {
  const type: readonly PatchOperation[] =
    before.endpointType === after.endpointType
      ? []
      : [
          {
            op: 'replace',
            path: `/endpointConfiguration/types/${before.endpointType}`,
            value: after.endpointType,
          },
        ];
  return [
    ...patchMember('/name', before.name, after.name),
    ...patchMember('/description', before.description, after.description, 'remove'),
    ...type,
    ...(after.endpointType === 'PRIVATE'
      ? []
      : patchMember('/endpointConfiguration/ipAddressType', before.ipAddressType, after.ipAddressType)),
    ...patchValues('/endpointConfiguration/vpcEndpointIds', before.vpcEndpointIds, after.vpcEndpointIds),
    ...patchMember('/apiKeySource', before.apiKeySource, after.apiKeySource),
    ...patchMember('/disableExecuteApiEndpoint', String(before.isAddressOff), String(after.isAddressOff)),
    ...patchSet('/binaryMediaTypes', before.binaryMediaTypes, after.binaryMediaTypes),
    ...patchMember('/minimumCompressionSize', before.compression, after.compression),
  ];
}
