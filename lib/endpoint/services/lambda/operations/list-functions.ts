import type { ListFunctionsCommandInput, ListFunctionsResponse } from '@aws-sdk/client-lambda';
import type { Operation, RequestContext } from '../../service.ts';
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
    const after = decodeMarker(input.Marker);
    if (input.FunctionVersion === 'ALL') return listVersions(parts, context, after, size);
    // One more than asked tells whether there is another page.
    const found = parts.repository.page(context.accountId, context.region, after, size + 1);
    const page = found.slice(0, size);
    const last = page.at(-1);
    return {
      Functions: page.map((record) => toListedConfiguration(parts, record)),
      ...(found.length > size && last && { NextMarker: encodeMarker(last.name) }),
    };
  };
}

/** Every version of every function; the marker is `name:version`. */
function listVersions(
  parts: LambdaParts,
  { accountId, region }: RequestContext,
  marker: string,
  size: number,
): ListFunctionsResponse {
  const { repository } = parts;
  const [name = '', version] = marker.split(':');
  const after = { name, version: version === undefined ? -1 : Number(version) || 0 };
  const found = repository.versions.pageOfAll(accountId, region, after, size + 1);
  const page = found.slice(0, size);
  const last = page.at(-1);
  const records = page.flatMap((item) => {
    const key = { accountId, region, name: item.name };
    const record =
      item.version === 0 ? repository.find(key) : repository.versions.find(key, String(item.version));
    return record ? [record] : [];
  });
  return {
    Functions: records.map((record) => toListedConfiguration(parts, record, record.version)),
    ...(found.length > size && last && { NextMarker: encodeMarker(`${last.name}:${last.version}`) }),
  };
}
