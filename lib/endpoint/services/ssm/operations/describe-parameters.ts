import type { DescribeParametersRequest, DescribeParametersResult } from '@aws-sdk/client-ssm';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { validation } from '../errors.ts';
import { listParameters } from '../listing.ts';
import { parameterArn } from '../parameters.ts';
import type { SsmParts } from '../parts.ts';
import { olderFilter, parameterFilter } from '../rules/filters.ts';
import { readCount } from '../rules/page.ts';
import { versionFacts } from '../version-facts.ts';

export function describeParameters(
  parts: SsmParts,
): Operation<Given<DescribeParametersRequest>, DescribeParametersResult> {
  return (input, context) => {
    if (input.Shared === true) throw notImplemented('Parameters shared with other accounts');
    const { Filters: older = [], ParameterFilters: newer = [] } = input;
    if (older.length > 0 && newer.length > 0)
      throw validation('You can use either Filters or ParameterFilters in a single request.');
    const page = listParameters(parts, context, {
      prefix: '',
      flatAfter: -1,
      matches: older.length > 0 ? olderFilter(older) : parameterFilter(newer),
      size: readCount(input.MaxResults, 50, 50),
      token: input.NextToken,
    });
    return {
      Parameters: page.parameters.map((parameter) => ({
        Name: parameter.name,
        ARN: parameterArn(parameter),
        ...versionFacts(parameter, parameter.newest),
      })),
      ...(page.next !== undefined && { NextToken: page.next }),
    };
  };
}
