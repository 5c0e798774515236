import type { GetFunctionCommandInput, GetFunctionResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { toConfiguration } from '../configuration.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

export function getFunction(parts: LambdaParts): Operation<GetFunctionCommandInput, GetFunctionResponse> {
  return (input, context) => {
    const target = resolveTarget(input, context, 'GetFunction');
    const record = findFunctionOrThrow(parts.repository, target);
    const link = { blob: record.codeBlob, functionName: record.name };
    const reserved = parts.concurrency.reservedOf(record);
    return {
      Configuration: toConfiguration(parts, record, target.qualifier),
      Code: { RepositoryType: 'S3', Location: parts.links.create(link, context.baseUrl) },
      ...(Object.keys(record.tags).length > 0 && { Tags: { ...record.tags } }),
      ...(reserved !== undefined && { Concurrency: { ReservedConcurrentExecutions: reserved } }),
    };
  };
}
