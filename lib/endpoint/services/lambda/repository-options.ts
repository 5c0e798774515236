import type { Database, SqlRow } from '../../store/database.ts';
import type { FunctionKey } from './records.ts';

/** The options there are, with what each holds. */
export interface FunctionOptions {
  /** What becomes of a function that calls itself in a loop; `Terminate` unless set. */
  readonly recursion: 'Terminate' | 'Allow';
  readonly runtime: RuntimeManagement;
  readonly provisioned: ProvisionedSize;
  /** ARN of the function's code signing configuration. */
  readonly codeSigning: string;
  /** ARN of the capacity provider that a version is on; of `$LATEST` with an empty qualifier. */
  readonly capacityProvider: string;
  /** Execution environments asked for, of a version on a capacity provider. */
  readonly scaling: ScalingBounds;
}

export interface ScalingBounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

export interface ProvisionedSize {
  /** Environments asked for. */
  readonly requested: number;
  readonly modifiedMs: number;
}

/** An option with the version or alias that has it. */
export interface OptionOf<Name extends keyof FunctionOptions> extends FunctionKey {
  readonly qualifier: string;
  readonly value: FunctionOptions[Name];
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

    /** Of one function, by qualifier. */
    ofFunction<Name extends keyof FunctionOptions>(key: FunctionKey, option: Name): OptionOf<Name>[] {
      return database
        .statement<OptionRow>(
          `SELECT account_id, region, name, qualifier, value FROM lambda_option
           WHERE account_id = :accountId AND region = :region AND name = :name AND option = :option
           ORDER BY qualifier`,
        )
        .all({ accountId: key.accountId, region: key.region, name: key.name, option })
        .map((row) => toOption<Name>(row));
    },

    /** Names of functions that have this value, in order of name. */
    pageOfHolders<Name extends keyof FunctionOptions>(
      { accountId, region }: Pick<FunctionKey, 'accountId' | 'region'>,
      option: Name,
      value: FunctionOptions[Name],
      page: { readonly after: string; readonly countMax: number },
    ): string[] {
      return database
        .statement<{ name: string }>(
          `SELECT name FROM lambda_option WHERE account_id = :accountId AND region = :region AND option = :option
             AND value = :value AND name > :after ORDER BY name LIMIT :countMax`,
        )
        .all({ accountId, region, option, value: JSON.stringify(value), ...page })
        .map(({ name }) => name);
    },

    /** Versions with this value, by name of the function and then by qualifier; `$LATEST` is not among them. */
    pageOfVersions<Name extends keyof FunctionOptions>(
      { accountId, region }: Pick<FunctionKey, 'accountId' | 'region'>,
      option: Name,
      value: FunctionOptions[Name],
      page: { readonly name: string; readonly qualifier: string; readonly countMax: number },
    ): OptionOf<Name>[] {
      return database
        .statement<OptionRow>(
          `SELECT account_id, region, name, qualifier, value FROM lambda_option
           WHERE account_id = :accountId AND region = :region AND option = :option AND value = :value
             AND (name > :name OR (name = :name AND qualifier > :qualifier)) AND qualifier <> ''
           ORDER BY name, qualifier LIMIT :countMax`,
        )
        .all({ accountId, region, option, value: JSON.stringify(value), ...page })
        .map((row) => toOption<Name>(row));
    },

    /** Of all functions; read once at each start. */
    all<Name extends keyof FunctionOptions>(option: Name): OptionOf<Name>[] {
      return database
        .statement<OptionRow>(
          'SELECT account_id, region, name, qualifier, value FROM lambda_option WHERE option = :option',
        )
        .all({ option })
        .map((row) => toOption<Name>(row));
    },

    remove(key: FunctionKey, qualifier: string, option: keyof FunctionOptions): void {
      database.statement(`DELETE FROM lambda_option WHERE ${sameOption}`).run(place(key, qualifier, option));
    },

    /** Also of an alias. */
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

interface OptionRow extends SqlRow {
  account_id: string;
  region: string;
  name: string;
  qualifier: string;
  value: string;
}

function toOption<Name extends keyof FunctionOptions>(row: OptionRow): OptionOf<Name> {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    qualifier: row.qualifier,
    value: JSON.parse(row.value) as FunctionOptions[Name],
  };
}
