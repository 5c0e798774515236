import type {
  ListCodeSigningConfigsCommandInput,
  ListCodeSigningConfigsResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { codeSigningKind, signingOutput, type SigningSettings } from '../code-signing.ts';
import { decodeMarker, encodeMarker, pageSize } from '../paging.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { pagingConstraints } from '../rules/function-constraints.ts';

export function listCodeSigningConfigs(
  parts: LambdaParts,
): Operation<ListCodeSigningConfigsCommandInput, ListCodeSigningConfigsResponse> {
  return (input, context) => {
    assertConstraints(pagingConstraints, input);
    const size = pageSize(input.MaxItems);
    const found = parts.repository.resources.page<SigningSettings>(codeSigningKind, context, {
      after: decodeMarker(input.Marker),
      countMax: size + 1,
    });
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
      CodeSigningConfigs: page.map(signingOutput),
      ...(found.length > size && last && { NextMarker: encodeMarker(last.name) }),
    };
  };
}
