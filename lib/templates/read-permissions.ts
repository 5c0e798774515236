import type { Owner, PermissionModel } from './model.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Condition keys that AddPermission writes, in lower case, and the member that each comes from. */
const conditionMembers = {
  'aws:sourcearn': 'sourceArn',
  'aws:sourceaccount': 'sourceAccount',
  'aws:principalorgid': 'organizationId',
  'lambda:eventsourcetoken': 'eventSourceToken',
  'lambda:functionurlauthtype': 'urlAuthType',
  'lambda:invokedviafunctionurl': 'isViaUrl',
} as const;

/** Undefined for a condition that no member of AddPermission makes. */
function conditions(condition: unknown): Partial<PermissionModel> | undefined {
  const found: Record<string, string | boolean> = {};
  for (const tests of isRecord(condition) ? Object.values(condition) : []) {
    for (const [key, value] of isRecord(tests) ? Object.entries(tests) : []) {
      const name = key.toLowerCase();
      const values = listed(value);
      if (!Object.hasOwn(conditionMembers, name) || values.length !== 1) return undefined;
      const member = conditionMembers[name as keyof typeof conditionMembers];
      found[member] = member === 'isViaUrl' ? String(values[0]) === 'true' : String(values[0]);
    }
  }
  return found;
}

function principalOf(principal: unknown): string | undefined {
  if (typeof principal === 'string') return principal;
  const values = isRecord(principal) ? Object.values(principal).flatMap(listed) : [];
  return values.length === 1 ? String(values[0]) : undefined;
}

function permissionOf(
  statement: Readonly<Record<string, unknown>>,
  owner: Owner,
): PermissionModel | undefined {
  const principal = principalOf(statement['Principal']);
  const actions = listed(statement['Action']);
  const tests = conditions(statement['Condition']);
  const isSimple = statement['Effect'] === 'Allow' && typeof statement['Sid'] === 'string';
  if (!isSimple || principal === undefined || actions.length !== 1 || tests === undefined) return undefined;
  return {
    owner,
    id: String(statement['Sid']),
    action: String(actions[0]),
    principal,
    sourceArn: undefined,
    sourceAccount: undefined,
    organizationId: undefined,
    eventSourceToken: undefined,
    urlAuthType: undefined,
    isViaUrl: false,
    ...tests,
  };
}

/** The statements of a resource-based policy that AddPermission can make again; the others are named. */
export function readPermissions(
  policy: string,
  owner: Owner,
): { readonly permissions: readonly PermissionModel[]; readonly omissions: readonly string[] } {
  let document: unknown;
  try {
    document = JSON.parse(policy);
  } catch {
    return { permissions: [], omissions: ['Not included: a resource-based policy that is no JSON.'] };
  }
  const statements = isRecord(document) ? listed(document['Statement']).filter(isRecord) : [];
  const read = statements.map((statement) => ({ statement, permission: permissionOf(statement, owner) }));
  return {
    permissions: read.flatMap(({ permission }) => permission ?? []),
    omissions: read.flatMap(({ statement, permission }) =>
      permission
        ? []
        : [
            `Not included: statement ${String(statement['Sid'] ?? '')} of the resource-based policy, ` +
              'which no single permission expresses.',
          ],
    ),
  };
}
