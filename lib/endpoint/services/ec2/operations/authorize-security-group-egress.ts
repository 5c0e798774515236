import type {
  AuthorizeSecurityGroupEgressRequest,
  AuthorizeSecurityGroupEgressResult,
} from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { authorize } from '../changing-rules.ts';
import type { Ec2Parts } from '../parts.ts';

export function authorizeSecurityGroupEgress(
  parts: Ec2Parts,
): Operation<Given<AuthorizeSecurityGroupEgressRequest>, AuthorizeSecurityGroupEgressResult> {
  return (input, context) => ({
    Return: true,
    SecurityGroupRules: authorize(parts, context, input, { isEgress: true }),
  });
}
