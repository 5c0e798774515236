import type { Migration } from './migration.ts';

/** IAM is global within an account, so these tables have no region. Names differ in more than case, as in AWS. */
export const iamRoles: Migration = {
  number: 20,
  name: 'iam-roles',
  sql: `
    CREATE TABLE iam_role (
      account_id TEXT NOT NULL,
      name TEXT NOT NULL COLLATE NOCASE,
      path TEXT NOT NULL,
      role_id TEXT NOT NULL,
      trust_document TEXT NOT NULL,
      description TEXT,
      max_session_seconds INTEGER NOT NULL,
      tags TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE iam_role_inline_policy (
      account_id TEXT NOT NULL,
      role_name TEXT NOT NULL COLLATE NOCASE,
      policy_name TEXT NOT NULL,
      document TEXT NOT NULL,
      PRIMARY KEY (account_id, role_name, policy_name),
      FOREIGN KEY (account_id, role_name) REFERENCES iam_role (account_id, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE iam_role_attachment (
      account_id TEXT NOT NULL,
      role_name TEXT NOT NULL COLLATE NOCASE,
      policy_arn TEXT NOT NULL,
      PRIMARY KEY (account_id, role_name, policy_arn),
      FOREIGN KEY (account_id, role_name) REFERENCES iam_role (account_id, name)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX iam_role_attachment_by_policy ON iam_role_attachment (account_id, policy_arn);

    CREATE TABLE iam_policy (
      account_id TEXT NOT NULL,
      name TEXT NOT NULL COLLATE NOCASE,
      path TEXT NOT NULL,
      policy_id TEXT NOT NULL,
      description TEXT,
      document TEXT NOT NULL,
      tags TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      PRIMARY KEY (account_id, name)
    ) STRICT, WITHOUT ROWID;
  `,
};
