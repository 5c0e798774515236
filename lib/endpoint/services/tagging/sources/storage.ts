import type { DescribeLogGroupsResponse } from '@aws-sdk/client-cloudwatch-logs';
import type {
  DescribeAccessPointsResponse,
  DescribeFileSystemsResponse,
  ListTagsForResourceResponse as ListFileSystemTagsResponse,
} from '@aws-sdk/client-efs';
import type { DBInstanceMessage, DescribeDBProxiesResponse, TagListMessage } from '@aws-sdk/client-rds';
import type { GetBucketTaggingOutput, ListBucketsOutput } from '@aws-sdk/client-s3';
import { parseArn, partitionOf } from '../../../../shared/arn.ts';
import { ServiceError } from '../../../errors.ts';
import {
  fromPairs,
  startsWith,
  toPairs,
  type Call,
  type TagCalls,
  type TagSource,
  type Tags,
} from './source.ts';

const bucketOf = (arn: string) => parseArn(arn)?.resource;

async function bucketTags(call: Call, arn: string): Promise<Tags> {
  try {
    const { TagSet } = await call<GetBucketTaggingOutput>('GetBucketTagging', { Bucket: bucketOf(arn) });
    return fromPairs(TagSet);
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'NoSuchTagSet') return {};
    throw error;
  }
}

function writeBucketTags(call: Call, arn: string, tags: Tags): Promise<unknown> {
  const Bucket = bucketOf(arn);
  return Object.keys(tags).length === 0
    ? call('DeleteBucketTagging', { Bucket })
    : call('PutBucketTagging', { Bucket, Tagging: { TagSet: toPairs(tags) } });
}

const buckets: TagSource = {
  type: 's3:bucket',
  service: 's3',
  holds: (resource) => !resource.includes('/'),
  async list(call, { region }, ContinuationToken) {
    const found = await call<ListBucketsOutput>('ListBuckets', {
      ContinuationToken,
      BucketRegion: region,
      MaxBuckets: 100,
    });
    const prefix = `arn:${partitionOf(region)}:s3:::`;
    return {
      arns: (found.Buckets ?? []).map(({ Name = '' }) => prefix + Name),
      next: found.ContinuationToken,
    };
  },
  read: bucketTags,
  // S3 only has the set as a whole.
  add: async (call, arn, tags) => writeBucketTags(call, arn, { ...(await bucketTags(call, arn)), ...tags }),
  remove: async (call, arn, keys) => {
    const left = Object.entries(await bucketTags(call, arn)).filter(([key]) => !keys.includes(key));
    return writeBucketTags(call, arn, Object.fromEntries(left));
  },
};

const logGroups: TagSource = {
  type: 'logs:log-group',
  service: 'logs',
  holds: startsWith('log-group:'),
  async list(call, _, nextToken) {
    const found = await call<DescribeLogGroupsResponse>('DescribeLogGroups', { nextToken });
    return {
      arns: (found.logGroups ?? []).flatMap(({ logGroupArn = [] }) => logGroupArn),
      next: found.nextToken,
    };
  },
  async read(call, resourceArn) {
    const { tags = {} } = await call<{ tags?: Tags }>('ListTagsForResource', { resourceArn });
    return tags;
  },
  add: (call, resourceArn, tags) => call('TagResource', { resourceArn, tags }),
  remove: (call, resourceArn, tagKeys) => call('UntagResource', { resourceArn, tagKeys }),
};

const databaseTags: TagCalls = {
  async read(call, ResourceName) {
    const { TagList } = await call<TagListMessage>('ListTagsForResource', { ResourceName });
    return fromPairs(TagList);
  },
  add: (call, ResourceName, tags) => call('AddTagsToResource', { ResourceName, Tags: toPairs(tags) }),
  remove: (call, ResourceName, TagKeys) => call('RemoveTagsFromResource', { ResourceName, TagKeys }),
};

const databases: readonly TagSource[] = [
  {
    ...databaseTags,
    type: 'rds:db',
    service: 'rds',
    holds: startsWith('db:'),
    async list(call, _, Marker) {
      const found = await call<DBInstanceMessage>('DescribeDBInstances', { Marker });
      const arns = (found.DBInstances ?? []).flatMap(({ DBInstanceArn = [] }) => DBInstanceArn);
      return { arns, next: found.Marker };
    },
  },
  {
    ...databaseTags,
    type: 'rds:db-proxy',
    service: 'rds',
    holds: startsWith('db-proxy:'),
    async list(call, _, Marker) {
      const found = await call<DescribeDBProxiesResponse>('DescribeDBProxies', { Marker });
      const arns = (found.DBProxies ?? []).flatMap(({ DBProxyArn = [] }) => DBProxyArn);
      return { arns, next: found.Marker };
    },
  },
];

/** EFS names what it tags by the id at the end of the ARN. */
const idOf = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1);

const fileTags: TagCalls = {
  async read(call, arn) {
    const input = { ResourceId: idOf(arn) };
    const { Tags } = await call<ListFileSystemTagsResponse>('ListTagsForResource', input);
    return fromPairs(Tags);
  },
  add: (call, arn, tags) => call('TagResource', { ResourceId: idOf(arn), Tags: toPairs(tags) }),
  remove: (call, arn, TagKeys) => call('UntagResource', { ResourceId: idOf(arn), TagKeys }),
};

const fileSystems: readonly TagSource[] = [
  {
    ...fileTags,
    type: 'elasticfilesystem:file-system',
    service: 'efs',
    holds: startsWith('file-system/'),
    async list(call, _, Marker) {
      const found = await call<DescribeFileSystemsResponse>('DescribeFileSystems', { Marker });
      const arns = (found.FileSystems ?? []).flatMap(({ FileSystemArn = [] }) => FileSystemArn);
      return { arns, next: found.NextMarker };
    },
  },
  {
    ...fileTags,
    type: 'elasticfilesystem:access-point',
    service: 'efs',
    holds: startsWith('access-point/'),
    async list(call, _, NextToken) {
      const found = await call<DescribeAccessPointsResponse>('DescribeAccessPoints', { NextToken });
      const arns = (found.AccessPoints ?? []).flatMap(({ AccessPointArn = [] }) => AccessPointArn);
      return { arns, next: found.NextToken };
    },
  },
];

/** What keeps data. */
export const storageSources: readonly TagSource[] = [buckets, logGroups, ...databases, ...fileSystems];
