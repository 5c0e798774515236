import type { CodeSigningConfig, CreateCodeSigningConfigRequest } from '@aws-sdk/client-lambda';
import { randomBytes } from 'node:crypto';
import { parseArn } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { formatModified } from './configuration.ts';
import { codeSigningConfigMissing, codeSigningConfigNotFound, codeVerificationFailed } from './errors.ts';
import { partitionOf } from './names.ts';
import type { LambdaParts } from './parts.ts';
import type { FunctionKey } from './records.ts';
import type { ResourceKey, ResourceRecord } from './repository-resources.ts';
import {
  assertConstraints,
  length,
  members,
  oneOf,
  pattern,
  type ConstraintRow,
} from './rules/constraints.ts';
import { codeSigningConfigPattern, sourceArnPattern } from './rules/patterns.ts';

export const codeSigningKind = 'code-signing-config';

export interface SigningSettings {
  readonly description: string;
  readonly publishers: readonly string[];
  readonly policy: 'Warn' | 'Enforce';
}

export type SigningRecord = ResourceRecord<SigningSettings>;

type Place = Pick<RequestContext, 'accountId' | 'region'>;
type SettingsInput = Partial<Omit<CreateCodeSigningConfigRequest, 'Tags'>>;

const publisherPattern = `Member must satisfy regular expression pattern: ${sourceArnPattern}`;

export const signingConstraints: readonly ConstraintRow<SettingsInput>[] = [
  { path: 'description', read: (input) => input.Description, check: length(0, 256) },
  {
    path: 'allowedPublishers.signingProfileVersionArns',
    read: (input) => input.AllowedPublishers?.SigningProfileVersionArns,
    check: length(1, 20),
  },
  {
    path: 'allowedPublishers.signingProfileVersionArns',
    read: (input) => input.AllowedPublishers?.SigningProfileVersionArns,
    check: members([publisherPattern], pattern(sourceArnPattern)),
  },
  {
    path: 'codeSigningPolicies.untrustedArtifactOnDeployment',
    read: (input) => input.CodeSigningPolicies?.UntrustedArtifactOnDeployment,
    check: oneOf(['Warn', 'Enforce']),
  },
];

const arnConstraints: readonly ConstraintRow<string>[] = [
  { path: 'codeSigningConfigArn', read: (arn) => arn, check: length(0, 200) },
  { path: 'codeSigningConfigArn', read: (arn) => arn, check: pattern(codeSigningConfigPattern) },
];

export function newSigningName(): string {
  const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
  return `csc-${Array.from(randomBytes(17), (byte) => alphabet.charAt(byte % alphabet.length)).join('')}`;
}

export function signingArn({ accountId, region, name }: ResourceKey): string {
  return `arn:${partitionOf(region)}:lambda:${region}:${accountId}:${codeSigningKind}:${name}`;
}

/** Members that were sent over those of before, or over AWS's defaults. */
export function readSigningSettings(input: SettingsInput, before?: SigningSettings): SigningSettings {
  const policy = input.CodeSigningPolicies?.UntrustedArtifactOnDeployment;
  return {
    description: input.Description ?? before?.description ?? '',
    publishers: input.AllowedPublishers?.SigningProfileVersionArns ?? before?.publishers ?? [],
    policy: (policy as SigningSettings['policy'] | undefined) ?? before?.policy ?? 'Warn',
  };
}

/** Of the caller's own account and Region. */
export function findSigningConfig(
  { repository }: Pick<LambdaParts, 'repository'>,
  arn: string,
  { accountId, region }: Place,
): SigningRecord | undefined {
  assertConstraints(arnConstraints, arn);
  const parsed = parseArn(arn);
  if (parsed?.account !== accountId || parsed.region !== region) return undefined;
  const name = parsed.resource.slice(codeSigningKind.length + 1);
  return repository.resources.find<SigningSettings>(codeSigningKind, { accountId, region, name });
}

export function findSigningConfigOrThrow(
  parts: Pick<LambdaParts, 'repository'>,
  arn: string,
  place: Place,
): SigningRecord {
  const found = findSigningConfig(parts, arn, place);
  if (!found) throw codeSigningConfigMissing(arn);
  return found;
}

/** For operations on functions, whose refusal is another one. */
export function findAttachableConfig(
  parts: Pick<LambdaParts, 'repository'>,
  arn: string,
  place: Place,
): SigningRecord {
  const found = findSigningConfig(parts, arn, place);
  if (!found) throw codeSigningConfigNotFound(arn);
  return found;
}

export function signingOutput(record: SigningRecord): CodeSigningConfig {
  const { description, publishers, policy } = record.document;
  return {
    CodeSigningConfigId: record.name,
    CodeSigningConfigArn: signingArn(record),
    Description: description,
    AllowedPublishers: { SigningProfileVersionArns: [...publishers] },
    CodeSigningPolicies: { UntrustedArtifactOnDeployment: policy },
    LastModified: formatModified(record.modifiedMs),
  };
}

/**
 * The check at deploy time. Whether AWS Signer signed an archive, and for which profile, cannot be found out here, so
 * no archive passes: Enforce blocks all, as AWS blocks those whose signature does not hold; Warn lets all through,
 * counts them and says so in the log. The first sentences are AWS's (reported of deployments by CloudFormation).
 */
export function assertSignedCode(
  parts: Pick<LambdaParts, 'repository' | 'metrics' | 'logger' | 'clock'>,
  key: FunctionKey,
  config: SigningRecord | undefined,
  what: 'code' | 'layers',
): void {
  if (!config) return;
  if (config.document.policy === 'Enforce') {
    throw codeVerificationFailed(
      `Lambda cannot deploy the function. The function or layer might be signed using a signature that the client is not configured to accept. Check the provided signature for ${key.name}. (Lambdeck endpoint: signatures of AWS Signer cannot be verified here, so no ${what} can be deployed under this policy. Set it to Warn, or detach ${signingArn(config)}.)`,
    );
  }
  parts.metrics.count(key, 'SignatureValidationErrors', 1, parts.clock.now());
  parts.logger.warn(
    { function: key.name, codeSigningConfig: signingArn(config) },
    `The signature of the ${what} was not verified: this endpoint has no AWS Signer, and the policy is Warn`,
  );
}

/** The configuration that a function has. One that was deleted since is none. */
export function signingConfigOf(
  parts: Pick<LambdaParts, 'repository'>,
  key: FunctionKey,
): SigningRecord | undefined {
  const arn = parts.repository.options.find(key, '', 'codeSigning');
  return arn === undefined ? undefined : findSigningConfig(parts, arn, key);
}
