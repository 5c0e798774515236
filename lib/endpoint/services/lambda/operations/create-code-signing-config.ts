import type {
  CreateCodeSigningConfigCommandInput,
  CreateCodeSigningConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import {
  codeSigningKind,
  newSigningName,
  readSigningSettings,
  signingConstraints,
  signingOutput,
  type SigningRecord,
} from '../code-signing.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { tagConstraints } from '../rules/function-constraints.ts';
import { mergeTags } from '../rules/tags.ts';

export function createCodeSigningConfig(
  parts: LambdaParts,
): Operation<CreateCodeSigningConfigCommandInput, CreateCodeSigningConfigResponse> {
  return (input, { accountId, region }) => {
    assertConstraints(signingConstraints, input);
    assertConstraints(tagConstraints, input);
    const record: SigningRecord = {
      accountId,
      region,
      name: newSigningName(),
      document: readSigningSettings(input),
      tags: mergeTags({}, input.Tags ?? {}),
      modifiedMs: parts.clock.now(),
    };
    parts.repository.transaction(() => parts.repository.resources.put(codeSigningKind, record));
    return { CodeSigningConfig: signingOutput(record) };
  };
}
