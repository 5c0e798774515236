const version = '2012-10-17';
const everything = { Action: 'execute-api:Invoke', Resource: 'execute-api:/*' };
const everyone = { Effect: 'Allow', Principal: '*', ...everything };

/** Patterns to begin with, after those of AWS's documentation on resource policies. Values in braces are to be replaced. */
export const policyTemplates = {
  account: {
    Version: version,
    Statement: [
      { Effect: 'Allow', Principal: { AWS: ['arn:aws:iam::{otherAccountId}:root'] }, ...everything },
    ],
  },
  ip: {
    Version: version,
    Statement: [
      everyone,
      {
        Effect: 'Deny',
        Principal: '*',
        ...everything,
        Condition: { IpAddress: { 'aws:SourceIp': ['{sourceIpOrCIDRBlock}'] } },
      },
    ],
  },
  vpc: {
    Version: version,
    Statement: [
      everyone,
      {
        Effect: 'Deny',
        Principal: '*',
        ...everything,
        Condition: { StringNotEquals: { 'aws:SourceVpc': '{vpcId}' } },
      },
    ],
  },
  vpce: {
    Version: version,
    Statement: [
      everyone,
      {
        Effect: 'Deny',
        Principal: '*',
        ...everything,
        Condition: { StringNotEquals: { 'aws:SourceVpce': '{vpceId}' } },
      },
    ],
  },
} as const;
