import type {
  RevokeSecurityGroupIngressRequest,
  RevokeSecurityGroupIngressResult,
} from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { revoke } from '../changing-rules.ts';
import type { Ec2Parts } from '../parts.ts';

export function revokeSecurityGroupIngress(
  parts: Ec2Parts,
): Operation<Given<RevokeSecurityGroupIngressRequest>, RevokeSecurityGroupIngressResult> {
  return (input, context) => {
    revoke(parts, context, input, { isEgress: false });
    return { Return: true };
  };
}
