import type { GetPolicyVersionRequest, GetPolicyVersionResponse } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { noSuchEntity } from '../errors.ts';
import { findPolicy } from '../policies.ts';
import { encodeDocument } from '../roles.ts';
import type { IamParts } from '../parts.ts';

export function getPolicyVersion({
  repository,
}: IamParts): Operation<Given<GetPolicyVersionRequest>, GetPolicyVersionResponse> {
  return (input, { accountId }) => {
    const policy = findPolicy(repository, accountId, input.PolicyArn);
    if (!policy || input.VersionId !== 'v1') {
      throw noSuchEntity(
        `Policy ${input.PolicyArn} version ${input.VersionId} does not exist or is not attachable.`,
      );
    }
    return {
      PolicyVersion: {
        Document: encodeDocument(policy.document),
        VersionId: 'v1',
        IsDefaultVersion: true,
        CreateDate: policy.createdAt,
      },
    };
  };
}
