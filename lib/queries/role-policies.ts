import 'server-only';
import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import type { Aws } from '@/lib/aws/clients';
import { readGrants, type Grant } from '@/lib/domain/role-grants';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import { allPages } from '@/lib/queries/trigger-sources';
import type { Place } from '@/lib/routes';

export interface RolePolicy {
  readonly name: string;
  readonly isInline: boolean;
  readonly grants: readonly Grant[];
}

export interface RoleSummary {
  readonly policies: readonly RolePolicy[];
  /** Who may assume the role, as JSON. */
  readonly trust: string;
}

/** Policies that are read; a role has up to 10 attached ones unless AWS raised that. */
const policiesMax = 30;

const decoded = (document: string | undefined) => decodeURIComponent(document ?? '{}');

async function attached(iam: Aws['iam'], name: string, arn: string): Promise<RolePolicy> {
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: arn }));
  const { PolicyVersion } = await iam.send(
    new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: Policy?.DefaultVersionId ?? 'v1' }),
  );
  return { name, isInline: false, grants: readGrants(decoded(PolicyVersion?.Document)) };
}

async function inline(iam: Aws['iam'], RoleName: string, PolicyName: string): Promise<RolePolicy> {
  const { PolicyDocument } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
  return { name: PolicyName, isInline: true, grants: readGrants(decoded(PolicyDocument)) };
}

/** What an execution role allows, by its own policies, and who may assume it. */
export function getRoleSummary(place: Place, roleArn: string) {
  return readAsViewer<RoleSummary>(place, 'iam:ListAttachedRolePolicies', async ({ iam }) => {
    const RoleName = roleArn.split('/').at(-1) ?? '';
    const [{ Role }, attachedPolicies, inlineNames] = await Promise.all([
      iam.send(new GetRoleCommand({ RoleName })),
      allPages(async (Marker) => {
        const output = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName, Marker }));
        return { items: output.AttachedPolicies ?? [], next: output.Marker };
      }),
      allPages(async (Marker) => {
        const output = await iam.send(new ListRolePoliciesCommand({ RoleName, Marker }));
        return { items: output.PolicyNames ?? [], next: output.Marker };
      }),
    ]);
    const policies = await Promise.all([
      ...attachedPolicies
        .slice(0, policiesMax)
        .map(({ PolicyName = '', PolicyArn = '' }) => attached(iam, PolicyName, PolicyArn)),
      ...inlineNames.slice(0, policiesMax).map((name) => inline(iam, RoleName, name)),
    ]);
    return { policies, trust: decoded(Role?.AssumeRolePolicyDocument) };
  });
}
