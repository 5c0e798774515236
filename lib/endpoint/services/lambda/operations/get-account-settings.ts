import type { GetAccountSettingsCommandInput, GetAccountSettingsResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import type { LambdaParts } from '../parts.ts';
import { codeStorageBytesMax, codeUnpackedBytesMax, codeZippedBytesMax } from '../rules/limits.ts';

export function getAccountSettings(
  parts: LambdaParts,
): Operation<GetAccountSettingsCommandInput, GetAccountSettingsResponse> {
  return (_input, context) => {
    const usage = parts.repository.usage(context.accountId, context.region);
    const limits = parts.concurrency.limits(context.accountId, context.region);
    return {
      AccountLimit: {
        TotalCodeSize: codeStorageBytesMax,
        CodeSizeUnzipped: codeUnpackedBytesMax,
        CodeSizeZipped: codeZippedBytesMax,
        ConcurrentExecutions: limits.account,
        UnreservedConcurrentExecutions: limits.unreserved,
      },
      AccountUsage: { TotalCodeSize: usage.codeBytes, FunctionCount: usage.functionCount },
    };
  };
}
