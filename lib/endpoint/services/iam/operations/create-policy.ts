import type { CreatePolicyRequest, CreatePolicyResponse } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { entityAlreadyExists, limitExceeded } from '../errors.ts';
import { randomId } from '../identifiers.ts';
import { findPolicyOrThrow, policyArn, policyOutput } from '../policies.ts';
import { assertDescription, assertPath, assertPolicyName } from '../rules/names.ts';
import { assertManagedPolicySize, assertPermissionPolicy } from '../rules/policy-document.ts';
import { mergeTags, tagList } from '../rules/tags.ts';
import type { IamParts } from '../parts.ts';

const policiesMax = 1500;

export function createPolicy({
  repository,
  now,
}: IamParts): Operation<Given<CreatePolicyRequest>, CreatePolicyResponse> {
  return (input, { accountId }) => {
    const path = input.Path ?? '/';
    assertPolicyName(input.PolicyName);
    assertPath(path);
    assertDescription(input.Description);
    assertPermissionPolicy(input.PolicyDocument);
    assertManagedPolicySize(input.PolicyDocument);
    const tags = mergeTags({}, input.Tags ?? [], { isCaseFolded: false });
    return repository.transaction(() => {
      if (repository.findPolicy(accountId, input.PolicyName)) {
        throw entityAlreadyExists(
          `A policy called ${input.PolicyName} already exists. Duplicate names are not allowed.`,
        );
      }
      if (repository.listPolicies(accountId).length >= policiesMax) {
        throw limitExceeded(`Cannot exceed quota for PoliciesPerAccount: ${policiesMax}`);
      }
      repository.insertPolicy(accountId, {
        name: input.PolicyName,
        path,
        policyId: randomId('ANPA'),
        description: input.Description,
        document: input.PolicyDocument,
        tags,
        createdMs: Math.floor(now() / 1000) * 1000,
      });
      const arn = policyArn(accountId, path, input.PolicyName);
      const shownTags = Object.keys(tags).length > 0 && { Tags: tagList(tags) };
      return { Policy: { ...policyOutput(findPolicyOrThrow(repository, accountId, arn), 0), ...shownTags } };
    });
  };
}
