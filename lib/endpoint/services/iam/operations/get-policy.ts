import type { GetPolicyRequest, GetPolicyResponse } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { findPolicyOrThrow, policyOutput } from '../policies.ts';
import { tagList } from '../rules/tags.ts';
import type { IamParts } from '../parts.ts';

export function getPolicy({ repository }: IamParts): Operation<Given<GetPolicyRequest>, GetPolicyResponse> {
  return (input, { accountId }) => {
    const policy = findPolicyOrThrow(repository, accountId, input.PolicyArn);
    const attachmentCount = repository.countAttachments(accountId).get(policy.arn) ?? 0;
    return {
      Policy: {
        ...policyOutput(policy, attachmentCount),
        ...(policy.description !== '' && { Description: policy.description }),
        Tags: tagList(policy.tags),
      },
    };
  };
}
