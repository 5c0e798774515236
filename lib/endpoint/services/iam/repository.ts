import type { Database } from '../../store/database.ts';
import type { Tags } from './rules/tags.ts';

export interface RoleRecord {
  readonly name: string;
  readonly path: string;
  readonly roleId: string;
  readonly trustDocument: string;
  readonly description: string | undefined;
  readonly maxSessionSeconds: number;
  readonly tags: Tags;
  readonly createdMs: number;
}

export interface PolicyRecord {
  readonly name: string;
  readonly path: string;
  readonly policyId: string;
  readonly description: string | undefined;
  readonly document: string;
  readonly tags: Tags;
  readonly createdMs: number;
}

interface RoleRow extends Record<string, string | number | null> {
  name: string;
  path: string;
  role_id: string;
  trust_document: string;
  description: string | null;
  max_session_seconds: number;
  tags: string;
  created_ms: number;
}

interface PolicyRow extends Record<string, string | number | null> {
  name: string;
  path: string;
  policy_id: string;
  description: string | null;
  document: string;
  tags: string;
  created_ms: number;
}

export type IamRepository = ReturnType<typeof createIamRepository>;

/** IAM's tables. Every method is one statement; callers put several in `transaction`. */
export function createIamRepository(database: Database) {
  return {
    transaction: <T>(work: () => T): T => database.transaction(work),
    ...roleTable(database),
    ...inlinePolicyTable(database),
    ...attachmentTable(database),
    ...policyTable(database),
  };
}

function roleTable(database: Database) {
  return {
    insertRole(accountId: string, role: RoleRecord): void {
      database
        .statement(
          `INSERT INTO iam_role (account_id, name, path, role_id, trust_document, description, max_session_seconds,
             tags, created_ms)
           VALUES (:accountId, :name, :path, :roleId, :trustDocument, :description, :maxSessionSeconds, :tags,
             :createdMs)`,
        )
        .run({ ...role, accountId, description: role.description ?? null, tags: JSON.stringify(role.tags) });
    },
    updateRole(accountId: string, name: string, change: Pick<RoleRecord, 'trustDocument' | 'tags'>): void {
      database
        .statement(
          'UPDATE iam_role SET trust_document = :trustDocument, tags = :tags WHERE account_id = :accountId AND name = :name',
        )
        .run({ accountId, name, trustDocument: change.trustDocument, tags: JSON.stringify(change.tags) });
    },
    findRole(accountId: string, name: string): RoleRecord | undefined {
      const row = database
        .statement<RoleRow>('SELECT * FROM iam_role WHERE account_id = :accountId AND name = :name')
        .get({ accountId, name });
      return row && toRole(row);
    },
    /** Sorted by name; an account has at most 1,000. */
    listRoles(accountId: string): RoleRecord[] {
      return database
        .statement<RoleRow>('SELECT * FROM iam_role WHERE account_id = :accountId')
        .all({ accountId })
        .map(toRole)
        .sort(byName);
    },
    deleteRole(accountId: string, name: string): void {
      database
        .statement('DELETE FROM iam_role WHERE account_id = :accountId AND name = :name')
        .run({ accountId, name });
    },
  };
}

function inlinePolicyTable(database: Database) {
  return {
    putInlinePolicy(accountId: string, roleName: string, policyName: string, document: string): void {
      database
        .statement(
          `INSERT INTO iam_role_inline_policy (account_id, role_name, policy_name, document)
           VALUES (:accountId, :roleName, :policyName, :document)
           ON CONFLICT DO UPDATE SET document = excluded.document`,
        )
        .run({ accountId, roleName, policyName, document });
    },
    /** Sorted by policy name. */
    listInlinePolicies(accountId: string, roleName: string): { name: string; document: string }[] {
      return database
        .statement<{ name: string; document: string }>(
          `SELECT policy_name AS name, document FROM iam_role_inline_policy
           WHERE account_id = :accountId AND role_name = :roleName ORDER BY policy_name`,
        )
        .all({ accountId, roleName });
    },
    deleteInlinePolicy(accountId: string, roleName: string, policyName: string): boolean {
      const { changes } = database
        .statement(
          `DELETE FROM iam_role_inline_policy
           WHERE account_id = :accountId AND role_name = :roleName AND policy_name = :policyName`,
        )
        .run({ accountId, roleName, policyName });
      return changes > 0;
    },
  };
}

function attachmentTable(database: Database) {
  return {
    attachPolicy(accountId: string, roleName: string, policyArn: string): void {
      database
        .statement(
          `INSERT INTO iam_role_attachment (account_id, role_name, policy_arn)
           VALUES (:accountId, :roleName, :policyArn) ON CONFLICT DO NOTHING`,
        )
        .run({ accountId, roleName, policyArn });
    },
    detachPolicy(accountId: string, roleName: string, policyArn: string): boolean {
      const { changes } = database
        .statement(
          `DELETE FROM iam_role_attachment
           WHERE account_id = :accountId AND role_name = :roleName AND policy_arn = :policyArn`,
        )
        .run({ accountId, roleName, policyArn });
      return changes > 0;
    },
    /** Policy ARNs, sorted. */
    listAttachments(accountId: string, roleName: string): string[] {
      return database
        .statement<{ policy_arn: string }>(
          `SELECT policy_arn FROM iam_role_attachment
           WHERE account_id = :accountId AND role_name = :roleName ORDER BY policy_arn`,
        )
        .all({ accountId, roleName })
        .map((row) => row.policy_arn);
    },
    /** How many roles each attached policy has, by its ARN. */
    countAttachments(accountId: string): ReadonlyMap<string, number> {
      const rows = database
        .statement<{ policy_arn: string; roles: number }>(
          'SELECT policy_arn, count(*) AS roles FROM iam_role_attachment WHERE account_id = :accountId GROUP BY policy_arn',
        )
        .all({ accountId });
      return new Map(rows.map((row) => [row.policy_arn, row.roles]));
    },
  };
}

function policyTable(database: Database) {
  return {
    insertPolicy(accountId: string, policy: PolicyRecord): void {
      database
        .statement(
          `INSERT INTO iam_policy (account_id, name, path, policy_id, description, document, tags, created_ms)
           VALUES (:accountId, :name, :path, :policyId, :description, :document, :tags, :createdMs)`,
        )
        .run({
          ...policy,
          accountId,
          description: policy.description ?? null,
          tags: JSON.stringify(policy.tags),
        });
    },
    findPolicy(accountId: string, name: string): PolicyRecord | undefined {
      const row = database
        .statement<PolicyRow>('SELECT * FROM iam_policy WHERE account_id = :accountId AND name = :name')
        .get({ accountId, name });
      return row && toPolicy(row);
    },
    /** Sorted by name; an account has at most 1,500. */
    listPolicies(accountId: string): PolicyRecord[] {
      return database
        .statement<PolicyRow>('SELECT * FROM iam_policy WHERE account_id = :accountId')
        .all({ accountId })
        .map(toPolicy)
        .sort(byName);
    },
    deletePolicy(accountId: string, name: string): void {
      database
        .statement('DELETE FROM iam_policy WHERE account_id = :accountId AND name = :name')
        .run({ accountId, name });
    },
  };
}

function byName(left: { name: string }, right: { name: string }): number {
  return left.name < right.name ? -1 : 1;
}

function toRole(row: RoleRow): RoleRecord {
  return {
    name: row.name,
    path: row.path,
    roleId: row.role_id,
    trustDocument: row.trust_document,
    description: row.description ?? undefined,
    maxSessionSeconds: row.max_session_seconds,
    tags: JSON.parse(row.tags) as Tags,
    createdMs: row.created_ms,
  };
}

function toPolicy(row: PolicyRow): PolicyRecord {
  return {
    name: row.name,
    path: row.path,
    policyId: row.policy_id,
    description: row.description ?? undefined,
    document: row.document,
    tags: JSON.parse(row.tags) as Tags,
    createdMs: row.created_ms,
  };
}
