/** The tree of a query in the Logs Insights query language. */

export type Operator = '+' | '-' | '*' | '/' | '%' | '^';
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'field'; readonly name: string }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'comparison';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly inner: Expression }
  | { readonly kind: 'like'; readonly value: Expression; readonly pattern: LikePattern }
  | { readonly kind: 'in'; readonly value: Expression; readonly choices: readonly Expression[] }
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly Expression[] }
  | {
      readonly kind: 'bin';
      readonly value: Expression;
      readonly period: Period;
      readonly rounding: 'floor' | 'ceiling';
    }
  | { readonly kind: 'aggregate'; readonly name: string; readonly parameters: readonly Expression[] };

export type LikePattern =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string };

export type PeriodUnit = 'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'mo' | 'q' | 'y';

export interface Period {
  readonly count: number;
  readonly unit: PeriodUnit;
}

/** An expression under the name by which rows show it and later commands read it. */
export interface Named {
  readonly name: string;
  readonly expression: Expression;
}

export type Command =
  | { readonly kind: 'fields'; readonly columns: readonly Named[] }
  | { readonly kind: 'display'; readonly columns: readonly Named[] }
  | { readonly kind: 'filter'; readonly condition: Expression }
  | {
      readonly kind: 'parse';
      readonly value: Expression;
      readonly glob: string;
      readonly names: readonly string[];
    }
  | {
      readonly kind: 'parse-regex';
      readonly value: Expression;
      readonly source: string;
      readonly flags: string;
    }
  | { readonly kind: 'stats'; readonly columns: readonly Named[]; readonly by: readonly Named[] }
  | {
      readonly kind: 'sort';
      readonly keys: readonly { readonly expression: Expression; readonly isDescending: boolean }[];
    }
  | { readonly kind: 'dedup'; readonly names: readonly Expression[] }
  | { readonly kind: 'limit'; readonly count: number };

export interface Query {
  readonly commands: readonly Command[];
}
