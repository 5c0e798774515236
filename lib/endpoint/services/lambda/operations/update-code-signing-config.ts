import type {
  UpdateCodeSigningConfigCommandInput,
  UpdateCodeSigningConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import {
  codeSigningKind,
  findSigningConfigOrThrow,
  readSigningSettings,
  signingConstraints,
  signingOutput,
} from '../code-signing.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';

export function updateCodeSigningConfig(
  parts: LambdaParts,
): Operation<UpdateCodeSigningConfigCommandInput, UpdateCodeSigningConfigResponse> {
  return (input, context) => {
    assertConstraints(signingConstraints, input);
    return parts.repository.transaction(() => {
      const before = findSigningConfigOrThrow(parts, input.CodeSigningConfigArn ?? '', context);
      const after = {
        ...before,
        document: readSigningSettings(input, before.document),
        modifiedMs: parts.clock.now(),
      };
      parts.repository.resources.put(codeSigningKind, after);
      return { CodeSigningConfig: signingOutput(after) };
    });
  };
}
