import type {
  ListCodeSigningConfigsCommandInput,
  ListCodeSigningConfigsResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { pagingConstraints } from '../rules/function-constraints.ts';

/** Code signing configurations cannot be made yet, so there are none. */
export function listCodeSigningConfigs(): Operation<
  ListCodeSigningConfigsCommandInput,
  ListCodeSigningConfigsResponse
> {
  return (input) => {
    assertConstraints(pagingConstraints, input);
    return { CodeSigningConfigs: [] };
  };
}
