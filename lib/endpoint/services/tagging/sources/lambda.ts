import type {
  ListCapacityProvidersResponse,
  ListCodeSigningConfigsResponse,
  ListEventSourceMappingsResponse,
  ListFunctionsResponse,
  ListTagsResponse,
} from '@aws-sdk/client-lambda';
import { startsWith, type TagCalls, type TagSource } from './source.ts';

const tagCalls: TagCalls = {
  async read(call, Resource) {
    const { Tags = {} } = await call<ListTagsResponse>('ListTags', { Resource });
    return Tags;
  },
  add: (call, Resource, Tags) => call('TagResource', { Resource, Tags }),
  remove: (call, Resource, TagKeys) => call('UntagResource', { Resource, TagKeys }),
};

const base = { ...tagCalls, service: 'lambda' } as const;

export const lambdaSources: readonly TagSource[] = [
  {
    ...base,
    type: 'lambda:function',
    holds: startsWith('function:'),
    async list(call, _, Marker) {
      const { Functions = [], NextMarker } = await call<ListFunctionsResponse>('ListFunctions', { Marker });
      return { arns: Functions.flatMap(({ FunctionArn = [] }) => FunctionArn), next: NextMarker };
    },
  },
  {
    ...base,
    type: 'lambda:event-source-mapping',
    holds: startsWith('event-source-mapping:'),
    async list(call, _, Marker) {
      const { EventSourceMappings = [], NextMarker } = await call<ListEventSourceMappingsResponse>(
        'ListEventSourceMappings',
        { Marker },
      );
      const arns = EventSourceMappings.flatMap(({ EventSourceMappingArn = [] }) => EventSourceMappingArn);
      return { arns, next: NextMarker };
    },
  },
  {
    ...base,
    type: 'lambda:code-signing-config',
    holds: startsWith('code-signing-config:'),
    async list(call, _, Marker) {
      const { CodeSigningConfigs = [], NextMarker } = await call<ListCodeSigningConfigsResponse>(
        'ListCodeSigningConfigs',
        { Marker },
      );
      const arns = CodeSigningConfigs.flatMap(({ CodeSigningConfigArn = [] }) => CodeSigningConfigArn);
      return { arns, next: NextMarker };
    },
  },
  {
    ...base,
    type: 'lambda:capacity-provider',
    holds: startsWith('capacity-provider:'),
    async list(call, _, Marker) {
      const { CapacityProviders = [], NextMarker } = await call<ListCapacityProvidersResponse>(
        'ListCapacityProviders',
        { Marker },
      );
      const arns = CapacityProviders.flatMap(({ CapacityProviderArn = [] }) => CapacityProviderArn);
      return { arns, next: NextMarker };
    },
  },
];
