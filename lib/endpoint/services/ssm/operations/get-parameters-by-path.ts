import type { GetParametersByPathRequest, GetParametersByPathResult } from '@aws-sdk/client-ssm';
import type { Given, Operation } from '../../service.ts';
import { invalidFilterKey, validation } from '../errors.ts';
import { listParameters } from '../listing.ts';
import { parameterOutput } from '../parameters.ts';
import type { SsmParts } from '../parts.ts';
import { asFolder, parameterFilter } from '../rules/filters.ts';
import { readCount } from '../rules/page.ts';

export function getParametersByPath(
  parts: SsmParts,
): Operation<Given<GetParametersByPathRequest>, GetParametersByPathResult> {
  return (input, context) => {
    if (!input.Path.startsWith('/'))
      throw validation('The parameter path must begin with a slash, e.g. /finance/production.');
    const filters = input.ParameterFilters ?? [];
    const bad = filters.find(({ Key = '' }) => !['Type', 'KeyId', 'Label'].includes(Key));
    if (bad) throw invalidFilterKey(`The filter key ${bad.Key ?? ''} is not one of Type, KeyId, Label.`);
    const folder = asFolder(input.Path);
    const page = listParameters(parts, context, {
      prefix: folder,
      flatAfter: input.Recursive === true ? -1 : folder.length,
      matches: parameterFilter(filters),
      size: readCount(input.MaxResults, 10, 10),
      token: input.NextToken,
    });
    return {
      Parameters: page.parameters.map((parameter) =>
        parameterOutput(parts, parameter, {
          version: parameter.newest,
          selector: '',
          isDecrypted: input.WithDecryption === true,
        }),
      ),
      ...(page.next !== undefined && { NextToken: page.next }),
    };
  };
}
