import type { Database, SqlRow } from '../../store/database.ts';

/** A pair of keys with an end, and who its holder is. */
export interface SessionRecord {
  readonly accessKeyId: string;
  readonly accountId: string;
  readonly secret: string;
  readonly arn: string;
  readonly userId: string;
  readonly expiresMs: number;
}

interface SessionRow extends SqlRow {
  access_key_id: string;
  account_id: string;
  secret: string;
  arn: string;
  user_id: string;
  expires_ms: number;
}

export type StsRepository = ReturnType<typeof createStsRepository>;

/** Every method is one statement. */
export function createStsRepository(database: Database) {
  return {
    transaction: <T>(work: () => T): T => database.transaction(work),
    insert(session: SessionRecord): void {
      database
        .statement(
          `INSERT INTO sts_session (access_key_id, account_id, secret, arn, user_id, expires_ms)
           VALUES (:accessKeyId, :accountId, :secret, :arn, :userId, :expiresMs)`,
        )
        .run({ ...session });
    },
    find(accessKeyId: string, nowMs: number): SessionRecord | undefined {
      const row = database
        .statement<SessionRow>(
          'SELECT * FROM sts_session WHERE access_key_id = :accessKeyId AND expires_ms > :nowMs',
        )
        .get({ accessKeyId, nowMs });
      return (
        row && {
          accessKeyId: row.access_key_id,
          accountId: row.account_id,
          secret: row.secret,
          arn: row.arn,
          userId: row.user_id,
          expiresMs: row.expires_ms,
        }
      );
    },
    removeExpired(nowMs: number): void {
      database.statement('DELETE FROM sts_session WHERE expires_ms <= :nowMs').run({ nowMs });
    },
    /** Those that end first go when there are more. */
    keepAtMost(countMax: number): void {
      database
        .statement(
          `DELETE FROM sts_session WHERE access_key_id IN
             (SELECT access_key_id FROM sts_session ORDER BY expires_ms DESC LIMIT -1 OFFSET :countMax)`,
        )
        .run({ countMax });
    },
  };
}
