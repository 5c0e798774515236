import type { Database } from '../../store/database.ts';
import type { FunctionKey } from './records.ts';

export type ConcurrencyRepository = ReturnType<typeof createConcurrencyRepository>;

/** Reserved concurrency. Each method is one statement. */
export function createConcurrencyRepository(database: Database) {
  return {
    all(accountId: string, region: string): { name: string; reserved: number }[] {
      return database
        .statement<{ name: string; reserved: number }>(
          `SELECT name, reserved FROM lambda_reserved_concurrency
           WHERE account_id = :accountId AND region = :region`,
        )
        .all({ accountId, region });
    },

    put({ accountId, region, name }: FunctionKey, reserved: number): void {
      database
        .statement(
          `INSERT INTO lambda_reserved_concurrency (account_id, region, name, reserved)
           VALUES (:accountId, :region, :name, :reserved)
           ON CONFLICT (account_id, region, name) DO UPDATE SET reserved = :reserved`,
        )
        .run({ accountId, region, name, reserved });
    },

    remove({ accountId, region, name }: FunctionKey): void {
      database
        .statement(
          `DELETE FROM lambda_reserved_concurrency
           WHERE account_id = :accountId AND region = :region AND name = :name`,
        )
        .run({ accountId, region, name });
    },
  };
}
