import type { ListPoliciesRequest, ListPoliciesResponse } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { listPolicies as policiesOf, policyOutput } from '../policies.ts';
import { pageOf } from '../rules/page.ts';
import { validationError } from '../errors.ts';
import type { IamParts } from '../parts.ts';

export function listPolicies({
  repository,
}: IamParts): Operation<Given<ListPoliciesRequest>, ListPoliciesResponse> {
  return (input, { accountId }) => {
    const scope = input.Scope ?? 'All';
    if (scope !== 'All' && scope !== 'AWS' && scope !== 'Local') {
      throw validationError(
        `1 validation error detected: Value '${String(scope)}' at 'scope' failed to satisfy constraint: ` +
          'Member must satisfy enum value set: [All, AWS, Local]',
      );
    }
    const prefix = input.PathPrefix ?? '/';
    const counts = repository.countAttachments(accountId);
    const policies = policiesOf(repository, accountId, scope).filter(
      (policy) =>
        policy.path.startsWith(prefix) &&
        (input.OnlyAttached !== true || counts.has(policy.arn)) &&
        // Nothing here is used as a boundary.
        input.PolicyUsageFilter !== 'PermissionsBoundary',
    );
    const { page, ...rest } = pageOf(policies, (policy) => `${policy.name} ${policy.arn}`, input);
    return { Policies: page.map((policy) => policyOutput(policy, counts.get(policy.arn) ?? 0)), ...rest };
  };
}
