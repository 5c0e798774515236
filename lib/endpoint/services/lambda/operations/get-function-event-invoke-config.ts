import type {
  GetFunctionEventInvokeConfigCommandInput,
  FunctionEventInvokeConfig,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { resourceNotFound } from '../errors.ts';
import { functionArn, resolveTarget } from '../names.ts';

/** None can be made yet; the answer is the same for a missing function [rec]. */
export function getFunctionEventInvokeConfig(): Operation<
  GetFunctionEventInvokeConfigCommandInput,
  FunctionEventInvokeConfig
> {
  return (input, context) => {
    const target = resolveTarget(input, context, 'GetFunctionEventInvokeConfig');
    const arn = functionArn(target.key, target.qualifier ?? '$LATEST');
    throw resourceNotFound(`The function ${arn} doesn't have an EventInvokeConfig`);
  };
}
