import type { Database } from '../../store/database.ts';
import type { PolicyStatement } from './policy-statements.ts';
import type { RecordCache } from './record-cache.ts';
import type { FunctionKey } from './records.ts';

export type PolicyRepository = ReturnType<typeof createPolicyRepository>;

const samePolicy = 'account_id = :accountId AND region = :region AND name = :name AND qualifier = :qualifier';

/** Resource policies of functions, versions and aliases. A policy without statements is none. */
export function createPolicyRepository(database: Database, known: RecordCache<readonly PolicyStatement[]>) {
  const place = ({ accountId, region, name }: FunctionKey, qualifier = '') => ({
    accountId,
    region,
    name,
    qualifier,
  });

  return {
    find(key: FunctionKey, qualifier: string | undefined): readonly PolicyStatement[] {
      return known.find(key, qualifier ?? '', () => {
        const row = database
          .statement<{ statements: string }>(`SELECT statements FROM lambda_policy WHERE ${samePolicy}`)
          .get(place(key, qualifier));
        // No policy is an answer too, and that of most functions.
        return row ? (JSON.parse(row.statements) as PolicyStatement[]) : [];
      });
    },

    put(key: FunctionKey, qualifier: string | undefined, statements: readonly PolicyStatement[]): void {
      if (statements.length === 0) {
        this.remove(key, qualifier);
        return;
      }
      known.forget(key, qualifier ?? '');
      database
        .statement(
          `INSERT INTO lambda_policy (account_id, region, name, qualifier, statements)
           VALUES (:accountId, :region, :name, :qualifier, :statements)
           ON CONFLICT (account_id, region, name, qualifier) DO UPDATE SET statements = :statements`,
        )
        .run({ ...place(key, qualifier), statements: JSON.stringify(statements) });
    },

    remove(key: FunctionKey, qualifier: string | undefined): void {
      known.forget(key, qualifier ?? '');
      database.statement(`DELETE FROM lambda_policy WHERE ${samePolicy}`).run(place(key, qualifier));
    },
  };
}
