import type { Policy } from '@aws-sdk/client-iam';
import { policyNotFound, validationError } from './errors.ts';
import { findManagedPolicy, managedPolicies, type ManagedPolicy } from './managed-policies.ts';
import type { IamRepository, PolicyRecord } from './repository.ts';

/** A policy that can be attached: one of AWS's or one of the account's. */
export interface AttachablePolicy extends ManagedPolicy {
  readonly isManagedByAws: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** Undefined when the ARN names nothing here; ValidationError when it is no policy ARN at all. */
export function findPolicy(
  repository: IamRepository,
  accountId: string,
  arn: string,
): AttachablePolicy | undefined {
  const managed = findManagedPolicy(arn);
  if (managed) return { ...managed, isManagedByAws: true, tags: {} };
  const parsed = /^arn:aws[\w-]*:iam::(\d{12}|aws):policy(\/(?:[^/]+\/)*)([\w+=,.@-]+)$/.exec(arn);
  if (!parsed) throw validationError(`ARN ${arn.slice(0, 200)} is not valid.`);
  const [, owner, path, name = ''] = parsed;
  if (owner !== accountId) return undefined;
  const record = repository.findPolicy(accountId, name);
  return record && record.path === path ? fromRecord(accountId, record) : undefined;
}

export function findPolicyOrThrow(
  repository: IamRepository,
  accountId: string,
  arn: string,
): AttachablePolicy {
  const policy = findPolicy(repository, accountId, arn);
  if (!policy) throw policyNotFound(arn);
  return policy;
}

/** Sorted by name. */
export function listPolicies(
  repository: IamRepository,
  accountId: string,
  scope: 'All' | 'AWS' | 'Local',
): AttachablePolicy[] {
  const ofAws = managedPolicies.map((policy) => ({ ...policy, isManagedByAws: true, tags: {} }));
  const own = repository.listPolicies(accountId).map((record) => fromRecord(accountId, record));
  return [...(scope === 'Local' ? [] : ofAws), ...(scope === 'AWS' ? [] : own)].sort((left, right) =>
    `${left.name} ${left.arn}` < `${right.name} ${right.arn}` ? -1 : 1,
  );
}

/** A policy as the API shows it. Only one version of a policy exists here. */
export function policyOutput(policy: AttachablePolicy, attachmentCount: number): Policy {
  return {
    PolicyName: policy.name,
    PolicyId: policy.policyId,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: 'v1',
    AttachmentCount: attachmentCount,
    PermissionsBoundaryUsageCount: 0,
    IsAttachable: true,
    CreateDate: policy.createdAt,
    UpdateDate: policy.createdAt,
  };
}

export function policyArn(accountId: string, path: string, name: string): string {
  return `arn:aws:iam::${accountId}:policy${path}${name}`;
}

function fromRecord(accountId: string, record: PolicyRecord): AttachablePolicy {
  return {
    arn: policyArn(accountId, record.path, record.name),
    name: record.name,
    path: record.path,
    policyId: record.policyId,
    description: record.description ?? '',
    document: record.document,
    createdAt: new Date(record.createdMs),
    tags: record.tags,
    isManagedByAws: false,
  };
}
