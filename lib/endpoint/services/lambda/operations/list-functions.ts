import type { ListFunctionsCommandInput, ListFunctionsResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { toListedConfiguration } from '../configuration.ts';
import { unsupported } from '../errors.ts';
import { decodeMarker, encodeMarker, pageSize } from '../paging.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints, oneOf, type ConstraintRow } from '../rules/constraints.ts';
import { pagingConstraints } from '../rules/function-constraints.ts';

const constraints: readonly ConstraintRow<ListFunctionsCommandInput>[] = [
  ...pagingConstraints,
  { path: 'functionVersion', read: (input) => input.FunctionVersion, check: oneOf(['ALL']) },
];

export function listFunctions(
  parts: LambdaParts,
): Operation<ListFunctionsCommandInput, ListFunctionsResponse> {
  return (input, context) => {
    assertConstraints(constraints, input);
    if (input.MasterRegion !== undefined && input.MasterRegion !== 'ALL') {
      throw unsupported('MasterRegion is not implemented: there are no edge replicas. Leave it out.');
    }
    const size = pageSize(input.MaxItems);
    // One more than asked tells whether there is another page.
    const found = parts.repository.page(
      context.accountId,
      context.region,
      decodeMarker(input.Marker),
      size + 1,
    );
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
      Functions: page.map((record) =>
        toListedConfiguration(record, input.FunctionVersion === 'ALL' ? '$LATEST' : undefined),
      ),
      ...(found.length > size && last && { NextMarker: encodeMarker(last.name) }),
    };
  };
}
