import type {
  ListFunctionsByCodeSigningConfigCommandInput,
  ListFunctionsByCodeSigningConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findSigningConfigOrThrow, signingArn } from '../code-signing.ts';
import { functionArn } from '../names.ts';
import { decodeMarker, encodeMarker, pageSize } from '../paging.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { pagingConstraints } from '../rules/function-constraints.ts';

export function listFunctionsByCodeSigningConfig(
  parts: LambdaParts,
): Operation<ListFunctionsByCodeSigningConfigCommandInput, ListFunctionsByCodeSigningConfigResponse> {
  return (input, context) => {
    assertConstraints(pagingConstraints, input);
    const record = findSigningConfigOrThrow(parts, input.CodeSigningConfigArn ?? '', context);
    const size = pageSize(input.MaxItems);
    const names = parts.repository.options.pageOfHolders(record, 'codeSigning', signingArn(record), {
      after: decodeMarker(input.Marker),
      countMax: size + 1,
    });
    const page = names.slice(0, size);
    const last = page.at(-1);
    return {
      FunctionArns: page.map((name) => functionArn({ ...record, name })),
      ...(names.length > size && last !== undefined && { NextMarker: encodeMarker(last) }),
    };
  };
}
