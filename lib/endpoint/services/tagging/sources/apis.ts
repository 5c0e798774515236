import type { RestApis, Tags as RestTags } from '@aws-sdk/client-api-gateway';
import type { GetApisResponse, GetTagsResponse } from '@aws-sdk/client-apigatewayv2';
import { partitionOf } from '../../../../shared/arn.ts';
import { startsWith, type Place, type TagSource } from './source.ts';

const prefix = ({ region }: Place) => `arn:${partitionOf(region)}:apigateway:${region}::`;

/** APIs of API Gateway. Their stages, and what else bears tags there, can be tagged by ARN and are not listed. */
export const apiSources: readonly TagSource[] = [
  {
    type: 'apigateway:restapis',
    service: 'apigateway',
    holds: (resource) => !resource.startsWith('/apis/'),
    async list(call, place, position) {
      const found = await call<RestApis>('GetRestApis', { position, limit: 100 });
      const arns = (found.items ?? []).map(({ id = '' }) => `${prefix(place)}/restapis/${id}`);
      return { arns, next: found.position };
    },
    async read(call, resourceArn) {
      const { tags = {} } = await call<RestTags>('GetTags', { resourceArn });
      return tags;
    },
    add: (call, resourceArn, tags) => call('TagResource', { resourceArn, tags }),
    remove: (call, resourceArn, tagKeys) => call('UntagResource', { resourceArn, tagKeys }),
  },
  {
    type: 'apigateway:apis',
    service: 'apigatewayv2',
    holds: startsWith('/apis/'),
    async list(call, place, NextToken) {
      const found = await call<GetApisResponse>('GetApis', { NextToken, MaxResults: '100' });
      const arns = (found.Items ?? []).map(({ ApiId = '' }) => `${prefix(place)}/apis/${ApiId}`);
      return { arns, next: found.NextToken };
    },
    async read(call, ResourceArn) {
      const { Tags = {} } = await call<GetTagsResponse>('GetTags', { ResourceArn });
      return Tags;
    },
    add: (call, ResourceArn, Tags) => call('TagResource', { ResourceArn, Tags }),
    remove: (call, ResourceArn, TagKeys) => call('UntagResource', { ResourceArn, TagKeys }),
  },
];
