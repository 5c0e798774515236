import type { GetRolePolicyRequest, GetRolePolicyResponse } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { noSuchEntity } from '../errors.ts';
import { encodeDocument, findRoleOrThrow } from '../roles.ts';
import type { IamParts } from '../parts.ts';

export function getRolePolicy({
  repository,
}: IamParts): Operation<Given<GetRolePolicyRequest>, GetRolePolicyResponse> {
  return (input, { accountId }) => {
    const { name } = findRoleOrThrow(repository, accountId, input.RoleName);
    const policy = repository
      .listInlinePolicies(accountId, name)
      .find((candidate) => candidate.name === input.PolicyName);
    if (!policy) throw noSuchEntity(`The role policy with name ${input.PolicyName} cannot be found.`);
    return { RoleName: name, PolicyName: policy.name, PolicyDocument: encodeDocument(policy.document) };
  };
}
