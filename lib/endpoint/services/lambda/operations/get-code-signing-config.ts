import type { GetCodeSigningConfigCommandInput, GetCodeSigningConfigResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findSigningConfigOrThrow, signingOutput } from '../code-signing.ts';
import type { LambdaParts } from '../parts.ts';

export function getCodeSigningConfig(
  parts: LambdaParts,
): Operation<GetCodeSigningConfigCommandInput, GetCodeSigningConfigResponse> {
  return (input, context) => ({
    CodeSigningConfig: signingOutput(
      findSigningConfigOrThrow(parts, input.CodeSigningConfigArn ?? '', context),
    ),
  });
}
