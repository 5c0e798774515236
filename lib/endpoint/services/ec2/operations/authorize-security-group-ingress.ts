import type {
  AuthorizeSecurityGroupIngressRequest,
  AuthorizeSecurityGroupIngressResult,
} from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { authorize } from '../changing-rules.ts';
import type { Ec2Parts } from '../parts.ts';

export function authorizeSecurityGroupIngress(
  parts: Ec2Parts,
): Operation<Given<AuthorizeSecurityGroupIngressRequest>, AuthorizeSecurityGroupIngressResult> {
  return (input, context) => ({
    Return: true,
    SecurityGroupRules: authorize(parts, context, input, { isEgress: false }),
  });
}
