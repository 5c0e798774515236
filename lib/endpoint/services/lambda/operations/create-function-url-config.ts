import { randomInt } from 'node:crypto';
import type {
  CreateFunctionUrlConfigCommandInput,
  CreateFunctionUrlConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { resourceConflict } from '../errors.ts';
import { assertUrlOwner, resolveUrlTarget, toCorsSettings, toWrittenUrlConfig } from '../function-urls.ts';
import { functionArn } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import type { FunctionUrlRecord } from '../repository-urls.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { assertMethods, urlConstraints } from '../rules/url-constraints.ts';

const urlIdLength = 32;

/** There is no time of change yet [rec]. */
export function createFunctionUrlConfig(
  parts: LambdaParts,
): Operation<CreateFunctionUrlConfigCommandInput, CreateFunctionUrlConfigResponse> {
  return (input, context) => {
    assertConstraints(urlConstraints, input);
    assertMethods(input);
    const target = resolveUrlTarget(input, context, 'CreateFunctionUrlConfig');
    const now = parts.clock.now();
    const record: FunctionUrlRecord = {
      ...target.key,
      alias: target.qualifier,
      urlId: createUrlId(),
      authType: input.AuthType === 'NONE' ? 'NONE' : 'AWS_IAM',
      cors: toCorsSettings(input.Cors),
      invokeMode: input.InvokeMode,
      createdMs: now,
      modifiedMs: now,
    };
    parts.repository.transaction(() => {
      assertUrlOwner(parts, target);
      if (parts.repository.urls.find(target.key, target.qualifier)) {
        const arn = functionArn(target.key, target.qualifier);
        // Two blanks, as recorded.
        throw resourceConflict(
          `Failed to create function url config for [functionArn = ${arn}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
        );
      }
      parts.repository.urls.insert(record);
    });
    const { LastModifiedTime: _, ...shown } = toWrittenUrlConfig(record, context.baseUrl);
    return shown;
  };
}

function createUrlId(): string {
  return Array.from({ length: urlIdLength }, () => randomInt(36).toString(36)).join('');
}
