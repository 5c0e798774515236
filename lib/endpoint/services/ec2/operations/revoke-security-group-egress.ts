import type { RevokeSecurityGroupEgressRequest, RevokeSecurityGroupEgressResult } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { revoke } from '../changing-rules.ts';
import type { Ec2Parts } from '../parts.ts';

export function revokeSecurityGroupEgress(
  parts: Ec2Parts,
): Operation<Given<RevokeSecurityGroupEgressRequest>, RevokeSecurityGroupEgressResult> {
  return (input, context) => {
    revoke(parts, context, input, { isEgress: true });
    return { Return: true };
  };
}
