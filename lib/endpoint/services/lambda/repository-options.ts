import type { Database } from '../../store/database.ts';
import type { FunctionKey } from './records.ts';

/** The options there are, with what each holds. */
export interface FunctionOptions {
  /** What becomes of a function that calls itself in a loop; `Terminate` unless set. */
  readonly recursion: 'Terminate' | 'Allow';
  readonly runtime: RuntimeManagement;
}

export interface RuntimeManagement {
  readonly updateOn: 'Auto' | 'FunctionUpdate' | 'Manual';
  /** Only with `Manual`. */
  readonly versionArn?: string;
}

export type OptionRepository = ReturnType<typeof createOptionRepository>;

const sameOption =
  'account_id = :accountId AND region = :region AND name = :name AND qualifier = :qualifier AND option = :option';

/** Options of functions and versions. Each method is one statement. */
export function createOptionRepository(database: Database) {
  const place = ({ accountId, region, name }: FunctionKey, qualifier: string, option: string) => ({
    accountId,
    region,
    name,
    qualifier,
    option,
  });

  return {
    find<Name extends keyof FunctionOptions>(
      key: FunctionKey,
      qualifier: string,
      option: Name,
    ): FunctionOptions[Name] | undefined {
      const row = database
        .statement<{ value: string }>(`SELECT value FROM lambda_option WHERE ${sameOption}`)
        .get(place(key, qualifier, option));
      return row && (JSON.parse(row.value) as FunctionOptions[Name]);
    },

    put<Name extends keyof FunctionOptions>(
      key: FunctionKey,
      qualifier: string,
      option: Name,
      value: FunctionOptions[Name],
    ): void {
      database
        .statement(
          `INSERT INTO lambda_option (account_id, region, name, qualifier, option, value)
           VALUES (:accountId, :region, :name, :qualifier, :option, :value)
           ON CONFLICT (account_id, region, name, qualifier, option) DO UPDATE SET value = :value`,
        )
        .run({ ...place(key, qualifier, option), value: JSON.stringify(value) });
    },

    removeVersion({ accountId, region, name }: FunctionKey, qualifier: string): void {
      database
        .statement(
          `DELETE FROM lambda_option WHERE account_id = :accountId AND region = :region AND name = :name
           AND qualifier = :qualifier`,
        )
        .run({ accountId, region, name, qualifier });
    },
  };
}
