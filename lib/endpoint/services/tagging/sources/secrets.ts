import type { ListKeysResponse, ListResourceTagsResponse } from '@aws-sdk/client-kms';
import type { DescribeSecretResponse, ListSecretsResponse } from '@aws-sdk/client-secrets-manager';
import type { DescribeParametersResult, ListTagsForResourceResult } from '@aws-sdk/client-ssm';
import { parseArn } from '../../../../shared/arn.ts';
import { fromPairs, startsWith, toPairs, type TagSource } from './source.ts';

const keys: TagSource = {
  type: 'kms:key',
  service: 'kms',
  holds: startsWith('key/'),
  async list(call, _, Marker) {
    const found = await call<ListKeysResponse>('ListKeys', { Marker });
    return { arns: (found.Keys ?? []).flatMap(({ KeyArn = [] }) => KeyArn), next: found.NextMarker };
  },
  async read(call, KeyId) {
    const { Tags = [] } = await call<ListResourceTagsResponse>('ListResourceTags', { KeyId });
    return Object.fromEntries(Tags.map(({ TagKey = '', TagValue = '' }) => [TagKey, TagValue]));
  },
  add: (call, KeyId, tags) =>
    call('TagResource', {
      KeyId,
      Tags: Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
    }),
  remove: (call, KeyId, TagKeys) => call('UntagResource', { KeyId, TagKeys }),
};

const secrets: TagSource = {
  type: 'secretsmanager:secret',
  service: 'secretsmanager',
  holds: startsWith('secret:'),
  async list(call, _, NextToken) {
    const found = await call<ListSecretsResponse>('ListSecrets', { NextToken });
    return { arns: (found.SecretList ?? []).flatMap(({ ARN = [] }) => ARN), next: found.NextToken };
  },
  async read(call, SecretId) {
    const { Tags } = await call<DescribeSecretResponse>('DescribeSecret', { SecretId });
    return fromPairs(Tags);
  },
  add: (call, SecretId, tags) => call('TagResource', { SecretId, Tags: toPairs(tags) }),
  remove: (call, SecretId, TagKeys) => call('UntagResource', { SecretId, TagKeys }),
};

/** The ARN of a parameter in a path has that path behind `parameter`, of another its bare name. */
function parameterOf(arn: string) {
  const path = (parseArn(arn)?.resource ?? '').replace(/^parameter/, '');
  const isInFolder = path.lastIndexOf('/') > 0;
  return { ResourceType: 'Parameter', ResourceId: isInFolder ? path : path.slice(1) };
}

const parameters: TagSource = {
  type: 'ssm:parameter',
  service: 'ssm',
  holds: startsWith('parameter/'),
  async list(call, _, NextToken) {
    const found = await call<DescribeParametersResult>('DescribeParameters', { NextToken });
    return { arns: (found.Parameters ?? []).flatMap(({ ARN = [] }) => ARN), next: found.NextToken };
  },
  async read(call, arn) {
    const { TagList } = await call<ListTagsForResourceResult>('ListTagsForResource', parameterOf(arn));
    return fromPairs(TagList);
  },
  add: (call, arn, tags) => call('AddTagsToResource', { ...parameterOf(arn), Tags: toPairs(tags) }),
  remove: (call, arn, TagKeys) => call('RemoveTagsFromResource', { ...parameterOf(arn), TagKeys }),
};

/** What keeps secrets. */
export const secretSources: readonly TagSource[] = [keys, secrets, parameters];
