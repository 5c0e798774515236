import type { DeleteCodeSigningConfigCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { codeSigningKind, findSigningConfigOrThrow, signingArn } from '../code-signing.ts';
import { resourceConflict } from '../errors.ts';
import type { LambdaParts } from '../parts.ts';

/** Refused while a function has it; AWS's words for that are unconfirmed. */
export function deleteCodeSigningConfig(
  parts: LambdaParts,
): Operation<DeleteCodeSigningConfigCommandInput, object> {
  const { repository } = parts;
  return (input, context) =>
    repository.transaction(() => {
      const record = findSigningConfigOrThrow(parts, input.CodeSigningConfigArn ?? '', context);
      const first = { after: '', countMax: 1 };
      const [holder] = repository.options.pageOfHolders(record, 'codeSigning', signingArn(record), first);
      if (holder !== undefined) {
        throw resourceConflict(
          `The code signing configuration is in use by the function ${holder}. Detach it from all functions, then delete it.`,
        );
      }
      repository.resources.remove(codeSigningKind, record);
      return {};
    });
}
