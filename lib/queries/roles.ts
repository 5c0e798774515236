import 'server-only';
import { ListRolesCommand } from '@aws-sdk/client-iam';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** A role that Lambda, or another service, may assume. */
export interface RoleChoice {
  readonly arn: string;
  /** Path and name, e.g. `service-role/orders-role-1a2b3c4d`. */
  readonly label: string;
}

/** Roles are listed 100 at a time; past this many the form takes a pasted ARN. */
const rolesMax = 1_000;

function trusts(service: string, document: string | undefined): boolean {
  // IAM hands the document out URL-encoded; a document nobody can read is offered rather than hidden.
  try {
    return decodeURIComponent(document ?? '').includes(service);
  } catch {
    return true;
  }
}

/** Roles for a form's choice, by name. A refusal (no permission, no IAM) means: ask for an ARN instead. */
export async function listRoles(
  place: Place,
  service = 'lambda.amazonaws.com',
): Promise<Result<readonly RoleChoice[], ConsoleError>> {
  await requireUser('viewer');
  try {
    const { iam } = await awsFor(place);
    const roles: RoleChoice[] = [];
    let marker: string | undefined;
    do {
      const output = await iam.send(new ListRolesCommand({ Marker: marker, MaxItems: 100 }));
      for (const role of output.Roles ?? []) {
        if (!role.Arn || !trusts(service, role.AssumeRolePolicyDocument)) continue;
        roles.push({ arn: role.Arn, label: `${role.Path ?? '/'}${role.RoleName ?? ''}`.slice(1) });
      }
      marker = output.IsTruncated ? output.Marker : undefined;
    } while (marker && roles.length < rolesMax);
    return succeed(roles.sort((a, b) => a.label.localeCompare(b.label)));
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'iam:ListRoles' }));
  }
}
