import type {
  PutFunctionCodeSigningConfigCommandInput,
  PutFunctionCodeSigningConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findAttachableConfig, signingArn } from '../code-signing.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';

/** Code that is deployed already is not looked at again. */
export function putFunctionCodeSigningConfig(
  parts: LambdaParts,
): Operation<PutFunctionCodeSigningConfigCommandInput, PutFunctionCodeSigningConfigResponse> {
  const { repository } = parts;
  return (input, context) => {
    const target = resolveTarget(input, context, 'PutFunctionCodeSigningConfig');
    return repository.transaction(() => {
      const config = findAttachableConfig(parts, input.CodeSigningConfigArn ?? '', context);
      const { name } = findFunctionOrThrow(repository, { ...target, qualifier: undefined });
      const arn = signingArn(config);
      repository.options.put(target.key, '', 'codeSigning', arn);
      return { CodeSigningConfigArn: arn, FunctionName: name };
    });
  };
}
