import type { FailureInfo } from '@aws-sdk/client-resource-groups-tagging-api';
import { ServiceError } from '../../errors.ts';
import type { RequestContext } from '../service.ts';
import { sourceOf } from './finding.ts';
import type { TaggingParts } from './parts.ts';
import type { Call, TagSource } from './sources/source.ts';

/** Has each resource's own service make the change. What it refuses is told by ARN; the others are changed all the same. */
export async function changeEach(
  parts: TaggingParts,
  context: RequestContext,
  arns: readonly string[],
  change: (source: TagSource, call: Call, arn: string) => Promise<unknown>,
): Promise<{ FailedResourcesMap: Record<string, FailureInfo> }> {
  const failed: Record<string, FailureInfo> = {};
  const found = arns.map((arn) => ({ arn, source: sourceOf(parts, arn, context) }));
  for (const { arn, source } of found) {
    if (!source) {
      failed[arn] = {
        StatusCode: 400,
        ErrorCode: 'InvalidParameterException',
        ErrorMessage:
          'The resource is not in this Region, or of a type whose tags the endpoint does not keep.',
      };
      continue;
    }
    try {
      await change(source, parts.callOf(source, context), arn);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      failed[arn] = {
        StatusCode: error.status,
        ErrorCode: error.code as FailureInfo['ErrorCode'],
        ErrorMessage: error.message,
      };
    }
  }
  return { FailedResourcesMap: failed };
}
