import type { CreateRestApiRequest, EndpointConfiguration } from '@aws-sdk/client-api-gateway';
import { badRequest, notInEnum } from '../errors.ts';
import { applyPatch, flag, listMember, text, wholeNumber, type PatchRule } from '../patch.ts';
import type { ApiSettings } from '../records.ts';
import { limits } from './limits.ts';

const endpointTypes = ['PRIVATE', 'EDGE', 'REGIONAL'];
const compressionRange = { min: 0, max: 10_485_760 };

/** Settings of a new API; throws what AWS answers to wrong ones. */
export function settingsOf(input: Omit<CreateRestApiRequest, 'tags' | 'cloneFrom'>): ApiSettings {
  if (input.description === '') throw badRequest('Description cannot be an empty string');
  const settings: ApiSettings = {
    name: input.name,
    description: input.description,
    version: input.version,
    binaryMediaTypes: input.binaryMediaTypes,
    minimumCompressionSize: input.minimumCompressionSize,
    policy: input.policy,
    securityPolicy: input.securityPolicy,
    endpointAccessMode: input.endpointAccessMode,
    apiKeySource: input.apiKeySource ?? 'HEADER',
    disableExecuteApiEndpoint: input.disableExecuteApiEndpoint ?? false,
    endpointConfiguration: endpointOf(input.endpointConfiguration),
  };
  assertSettings(settings);
  return settings;
}

/** AWS's default is the edge-optimised endpoint; private APIs answer to both IP versions. */
function endpointOf(given: EndpointConfiguration | undefined): EndpointConfiguration {
  const types = given?.types && given.types.length > 0 ? given.types : ['EDGE' as const];
  const isPrivate = types.includes('PRIVATE');
  return {
    types: [...types],
    ipAddressType: given?.ipAddressType ?? (isPrivate ? 'dualstack' : 'ipv4'),
    ...(given?.vpcEndpointIds && { vpcEndpointIds: given.vpcEndpointIds }),
  };
}

export function assertSettings(settings: ApiSettings): void {
  const { endpointConfiguration, minimumCompressionSize, policy, apiKeySource } = settings;
  if (!settings.name) throw badRequest('API name cannot be empty');
  const types: readonly string[] = endpointConfiguration.types ?? [];
  for (const type of types) {
    if (!endpointTypes.includes(type))
      throw notInEnum(type, 'createRestApiInput.endpointConfiguration.types', endpointTypes);
  }
  if (types.length > 1) throw badRequest('Cannot create an api with multiple Endpoint Types.');
  if (types.includes('PRIVATE') && endpointConfiguration.ipAddressType === 'ipv4')
    throw badRequest('Only dualstack ipAddressType is supported for Private APIs.');
  if (!types.includes('PRIVATE') && (endpointConfiguration.vpcEndpointIds?.length ?? 0) > 0)
    throw badRequest('VPCEndpoints can only be specified with PRIVATE apis.');
  assertEndpointIds(endpointConfiguration.vpcEndpointIds ?? []);
  if (!['HEADER', 'AUTHORIZER'].includes(apiKeySource))
    throw notInEnum(apiKeySource, 'createRestApiInput.apiKeySource', ['AUTHORIZER', 'HEADER']);
  if (
    minimumCompressionSize !== undefined &&
    (minimumCompressionSize < compressionRange.min || minimumCompressionSize > compressionRange.max)
  ) {
    throw badRequest(
      `Invalid minimum compression size, must be between ${compressionRange.min} and ${compressionRange.max}`,
    );
  }
  assertPolicy(policy);
}

/** The texts are unconfirmed. */
function assertEndpointIds(ids: readonly string[]): void {
  const wrong = ids.find((id) => !/^vpce-[a-z0-9]+$/.test(id));
  if (wrong !== undefined) throw badRequest(`Invalid VPC endpoint identifier specified: ${wrong}`);
  if (ids.length > limits.vpcEndpoints)
    throw badRequest(`A private API has at most ${limits.vpcEndpoints} VPC endpoints.`);
}

function assertPolicy(policy: string | undefined): void {
  if (policy === undefined || policy === '') return;
  if (Buffer.byteLength(policy) > limits.policyBytes)
    throw badRequest(`Invalid policy document: it has more than ${limits.policyBytes} bytes.`);
  try {
    const parsed: unknown = JSON.parse(policy);
    if (typeof parsed === 'object' && parsed !== null && 'Statement' in parsed) return;
  } catch {
    // Refused below.
  }
  throw badRequest(
    'Invalid policy document. Please check the policy syntax and ensure that Principals are valid.',
  );
}

const endpointType: PatchRule<ApiSettings> = {
  path: '/endpointConfiguration/types/{type}',
  ops: ['replace'],
  apply(settings, { value }) {
    const type = value ?? '';
    if (!endpointTypes.includes(type))
      throw notInEnum(type, 'updateRestApiInput.endpointConfiguration.types', endpointTypes);
    const { vpcEndpointIds, ...others } = settings.endpointConfiguration;
    if (type === 'EDGE' && others.types?.includes('PRIVATE'))
      throw badRequest('Cannot update endpoint from PRIVATE to EDGE. Make it REGIONAL first.');
    settings.endpointConfiguration = {
      ...others,
      types: [type as 'EDGE'],
      ...(type === 'PRIVATE' && { ipAddressType: 'dualstack', ...(vpcEndpointIds && { vpcEndpointIds }) }),
    };
  },
};

const within = <Rule>(
  rule: PatchRule<EndpointConfiguration>,
  path: string,
): PatchRule<Rule & ApiSettings> => ({
  path,
  ops: rule.ops,
  apply: (settings, change) => rule.apply(settings.endpointConfiguration, change),
});

export const settingsRules: readonly PatchRule<ApiSettings>[] = [
  text('name'),
  text('description', { isRemovable: true }),
  text('version', { isRemovable: true }),
  text('policy', { isRemovable: true }),
  text('apiKeySource'),
  text('securityPolicy'),
  text('endpointAccessMode'),
  flag('disableExecuteApiEndpoint'),
  wholeNumber('minimumCompressionSize', compressionRange, { isRemovable: true }),
  listMember('binaryMediaTypes'),
  endpointType,
  within(text('ipAddressType'), '/endpointConfiguration/ipAddressType'),
  {
    path: '/endpointConfiguration/vpcEndpointIds',
    ops: ['add', 'remove'],
    apply(settings, { op, value = '' }) {
      const others = (settings.endpointConfiguration.vpcEndpointIds ?? []).filter((id) => id !== value);
      settings.endpointConfiguration = {
        ...settings.endpointConfiguration,
        vpcEndpointIds: op === 'remove' ? others : [...others, value],
      };
    },
  },
];

export function patchSettings(settings: ApiSettings, operations: Parameters<typeof applyPatch>[1]): void {
  applyPatch(settings, operations, settingsRules);
  if (settings.policy === '') settings.policy = undefined;
  assertSettings(settings);
}
