import { limitExceeded, malformedPolicy } from '../errors.ts';

type Json = Record<string, unknown>;

const versions = ['2012-10-17', '2008-10-17'];
/** Quotas of docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html; white space does not count. */
const trustSizeMax = 2048;
const managedSizeMax = 6144;
export const inlineSizeMax = 10_240;

/** Bytes that count towards a quota. */
export function policySize(document: string): number {
  return document.replace(/\s/g, '').length;
}

/** A role's trust policy: says who may assume it, and no resource. */
export function assertTrustPolicy(document: string): void {
  for (const statement of readStatements(document)) {
    if ('Resource' in statement || 'NotResource' in statement)
      throw malformedPolicy('Has prohibited field Resource');
    if (!('Principal' in statement) && !('NotPrincipal' in statement)) {
      throw malformedPolicy('Missing required field Principal');
    }
    assertActions(statement);
    const actions = [statement.Action].flat();
    const isAssume = (action: unknown) => typeof action === 'string' && /^(?:sts:|\*$)/i.test(action);
    if ('Action' in statement && !actions.every(isAssume)) {
      throw malformedPolicy('AssumeRole policy may only specify STS AssumeRole actions.');
    }
  }
  if (policySize(document) > trustSizeMax)
    throw limitExceeded(`Cannot exceed quota for ACLSizePerRole: ${trustSizeMax}`);
}

/** A policy that gives rights: has resources, and no principal. */
export function assertPermissionPolicy(document: string): void {
  for (const statement of readStatements(document)) {
    if ('Principal' in statement || 'NotPrincipal' in statement) {
      throw malformedPolicy('Policy document should not specify a principal.');
    }
    assertActions(statement);
    if (!('Resource' in statement) && !('NotResource' in statement)) {
      throw malformedPolicy('Policy statement must contain resources.');
    }
  }
}

export function assertManagedPolicySize(document: string): void {
  if (policySize(document) > managedSizeMax) {
    throw limitExceeded(`Cannot exceed quota for PolicySize: ${managedSizeMax}`);
  }
}

function assertActions(statement: Json): void {
  if (!('Action' in statement) && !('NotAction' in statement)) {
    throw malformedPolicy('Policy statement must contain actions.');
  }
  const actions = [statement.Action ?? statement.NotAction].flat();
  for (const action of actions) {
    if (typeof action === 'string' && (action === '*' || action.includes(':'))) continue;
    throw malformedPolicy('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
  }
}

function readStatements(text: string): Json[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw malformedPolicy('This policy contains invalid Json');
  }
  if (!isObject(document)) throw malformedPolicy('Syntax errors in policy.');
  if (document.Version !== undefined && !versions.includes(String(document.Version))) {
    throw malformedPolicy('The policy must contain a valid version string');
  }
  const statements = [document.Statement].flat();
  if (document.Statement === undefined || statements.length === 0)
    throw malformedPolicy('Syntax errors in policy.');
  return statements.map((statement) => {
    if (!isObject(statement) || (statement.Effect !== 'Allow' && statement.Effect !== 'Deny')) {
      throw malformedPolicy('Syntax errors in policy.');
    }
    return statement;
  });
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
