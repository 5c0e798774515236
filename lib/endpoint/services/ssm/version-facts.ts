import type { ParameterMetadata } from '@aws-sdk/client-ssm';
import type { ParameterPlace, ParameterVersion } from './records.ts';

/** What descriptions and histories tell of a version, the value aside. */
export function versionFacts({ accountId }: ParameterPlace, version: ParameterVersion): ParameterMetadata {
  return {
    Type: version.type,
    ...(version.keyId !== undefined && { KeyId: version.keyId }),
    LastModifiedDate: new Date(version.modifiedMs),
    LastModifiedUser: `arn:aws:iam::${accountId}:root`,
    ...(version.description !== undefined && { Description: version.description }),
    ...(version.allowedPattern !== undefined && { AllowedPattern: version.allowedPattern }),
    Version: version.version,
    Tier: version.tier,
    Policies: [],
    DataType: 'text',
  };
}
