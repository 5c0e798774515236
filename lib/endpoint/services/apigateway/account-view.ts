import type { Account } from '@aws-sdk/client-api-gateway';
import type { StoredAccount } from './parts.ts';

/** The limits are AWS's defaults. */
export function showAccount({ cloudwatchRoleArn }: StoredAccount): Account {
  return {
    ...(cloudwatchRoleArn !== undefined && cloudwatchRoleArn !== '' && { cloudwatchRoleArn }),
    throttleSettings: { burstLimit: 5000, rateLimit: 10_000 },
    features: ['UsagePlans'],
    apiKeyVersion: '4',
  };
}
