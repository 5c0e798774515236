import type { DeleteParametersRequest, DeleteParametersResult } from '@aws-sdk/client-ssm';
import type { Given, Operation } from '../../service.ts';
import type { SsmParts } from '../parts.ts';
import { assertNames, readSelector } from '../rules/names.ts';

export function deleteParameters({
  repository,
}: SsmParts): Operation<Given<DeleteParametersRequest>, DeleteParametersResult> {
  return (input, { accountId, region }) => {
    assertNames(input.Names);
    const names = [...new Set(input.Names)];
    const deleted = repository.transaction(() =>
      names.filter((text) =>
        repository.deleteParameter({ accountId, region, name: readSelector(text).name }),
      ),
    );
    return {
      DeletedParameters: deleted,
      InvalidParameters: names.filter((name) => !deleted.includes(name)),
    };
  };
}
