import type { CreateRestApiRequest, EndpointConfiguration } from '@aws-sdk/client-api-gateway';
import { badRequest, notInEnum } from '../errors.ts';
import { assertConstraints, oneOf, type Constraint } from './constraints.ts';
import { applyPatch, flag, listMember, namedPaths, text, type PatchRule } from '../patch.ts';
import type { ApiSettings } from '../records.ts';
import { limits } from './limits.ts';

const endpointTypes = ['PRIVATE', 'EDGE', 'REGIONAL'];
const ipAddressTypes = ['ipv4', 'dualstack'];
const noEndpoint = 'REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.';
const compressionRange = { min: 0, max: 10_485_760 };

/** Settings of a new API; throws what AWS answers to wrong ones. */
export function settingsOf(input: Omit<CreateRestApiRequest, 'tags' | 'cloneFrom'>): ApiSettings {
  assertEndpointConstraints(input.endpointConfiguration);
  if (input.description === '') throw badRequest('Description cannot be an empty string');
  if (input.endpointConfiguration?.types?.length === 0) throw badRequest(noEndpoint);
  const settings: ApiSettings = {
    name: input.name,
    description: input.description,
    version: input.version,
    binaryMediaTypes: input.binaryMediaTypes?.length === 0 ? undefined : input.binaryMediaTypes,
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

function assertEndpointConstraints(given: EndpointConfiguration | undefined): void {
  const at = 'createRestApiInput.endpointConfiguration';
  const checked: Constraint[] = [
    oneOf(`${at}.types`, given?.types, endpointTypes),
    oneOf(`${at}.ipAddressType`, given?.ipAddressType, ipAddressTypes),
  ];
  assertConstraints(checked);
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
  if (types.length === 0) throw badRequest(noEndpoint);
  if (types.length > 1) throw badRequest('Cannot create an api with multiple Endpoint Types.');
  if (types.includes('PRIVATE') && endpointConfiguration.ipAddressType === 'ipv4')
    throw badRequest('Only dualstack ipAddressType is supported for Private APIs.');
  if (!types.includes('PRIVATE') && (endpointConfiguration.vpcEndpointIds?.length ?? 0) > 0)
    throw badRequest('VPCEndpoints can only be specified with PRIVATE apis.');
  assertEndpointIds(endpointConfiguration.vpcEndpointIds ?? []);
  if (!['HEADER', 'AUTHORIZER'].includes(apiKeySource))
    throw notInEnum(apiKeySource, 'createRestApiInput.apiKeySource', ['AUTHORIZER', 'HEADER']);
  assertCompression(minimumCompressionSize);
  assertPolicy(policy);
}

/** A text that is no number is refused, too. */
function assertCompression(size: number | undefined): void {
  const { min, max } = compressionRange;
  if (size === undefined || (size >= min && size <= max)) return;
  throw badRequest(`Invalid minimum compression size, must be between ${min} and ${max}`);
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
  ops: ['add', 'remove', 'replace'],
  wrongOp: "Invalid patch operation specified. Must be 'add'|'remove'|'replace'",
  apply(settings, { op, names: [named = ''], value = named }) {
    const type = op === 'replace' ? value : named;
    if (!endpointTypes.includes(type))
      throw badRequest('Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE');
    const { vpcEndpointIds, ...others } = settings.endpointConfiguration;
    if (op !== 'replace') {
      const kept = (others.types ?? []).filter((one) => one !== type);
      const types = op === 'add' ? [...kept, type as 'EDGE'] : kept;
      settings.endpointConfiguration = { ...settings.endpointConfiguration, types };
      return;
    }
    if (type === 'EDGE' && others.types?.includes('PRIVATE'))
      throw badRequest('Cannot update endpoint from PRIVATE to EDGE. Make it REGIONAL first.');
    settings.endpointConfiguration = {
      ...others,
      types: [type as 'EDGE'],
      ...(type === 'PRIVATE' && { ipAddressType: 'dualstack', ...(vpcEndpointIds && { vpcEndpointIds }) }),
    };
  },
};

export const settingsRules: readonly PatchRule<ApiSettings>[] = [
  text('name'),
  text('description', { isRemovable: true }),
  text('version', { isRemovable: true }),
  text('policy', { isRemovable: true }),
  text('apiKeySource'),
  text('securityPolicy'),
  text('endpointAccessMode'),
  flag('disableExecuteApiEndpoint'),
  {
    path: '/minimumCompressionSize',
    ops: ['replace'],
    // What is no number becomes one that is refused; nothing turns compression off.
    apply: (settings, { value = '' }) =>
      void (settings.minimumCompressionSize =
        value === '' ? undefined : /^-?\d+$/.test(value) ? Number(value) : Number.NaN),
  },
  listMember('binaryMediaTypes'),
  endpointType,
  {
    path: '/endpointConfiguration/ipAddressType',
    ops: ['replace'],
    apply(settings, { value = '' }) {
      if (!ipAddressTypes.includes(value))
        throw badRequest('ipAddressType must be either ipv4 or dualstack.');
      settings.endpointConfiguration = {
        ...settings.endpointConfiguration,
        ipAddressType: value as 'ipv4',
      };
    },
  },
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
  applyPatch(settings, operations, settingsRules, namedPaths);
  if (settings.policy === '') settings.policy = undefined;
  assertSettings(settings);
}
