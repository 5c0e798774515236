import type {
  ListProvisionedConcurrencyConfigsCommandInput,
  ListProvisionedConcurrencyConfigsResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { functionArn, resolveTarget } from '../names.ts';
import { decodeMarker, encodeMarker, pageSize } from '../paging.ts';
import type { LambdaParts } from '../parts.ts';
import { toProvisionedConfig } from '../provisioned-target.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { shortPagingConstraints } from '../rules/function-constraints.ts';

/** By qualifier. */
export function listProvisionedConcurrencyConfigs(
  parts: LambdaParts,
): Operation<ListProvisionedConcurrencyConfigsCommandInput, ListProvisionedConcurrencyConfigsResponse> {
  return (input, context) => {
    assertConstraints(shortPagingConstraints, input);
    const target = resolveTarget(input, context, 'ListProvisionedConcurrencyConfigs');
    findFunctionOrThrow(parts.repository, { ...target, qualifier: undefined });
    const size = pageSize(input.MaxItems);
    const after = decodeMarker(input.Marker);
    const found = parts.provisioned
      .ofFunction(target.key)
      .filter(({ config }) => config.qualifier > after)
      .sort((left, right) => (left.config.qualifier < right.config.qualifier ? -1 : 1));
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
      ProvisionedConcurrencyConfigs: page.map((view) => ({
        FunctionArn: functionArn(target.key, view.config.qualifier),
        ...toProvisionedConfig(view),
      })),
      ...(found.length > size && last && { NextMarker: encodeMarker(last.config.qualifier) }),
    };
  };
}
