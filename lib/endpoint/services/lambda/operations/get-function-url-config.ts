import type { GetFunctionUrlConfigCommandInput, GetFunctionUrlConfigResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { noSuchResource } from '../errors.ts';
import { resolveTarget } from '../names.ts';

/** Function URLs cannot be made yet, so none is found. */
export function getFunctionUrlConfig(): Operation<
  GetFunctionUrlConfigCommandInput,
  GetFunctionUrlConfigResponse
> {
  return (input, context) => {
    resolveTarget(input, context, 'GetFunctionUrlConfig');
    throw noSuchResource();
  };
}
