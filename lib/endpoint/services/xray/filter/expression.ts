/** A filter expression of X-Ray, read. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Expression }
  | { readonly kind: 'flag'; readonly name: FlagName }
  | {
      readonly kind: 'number';
      readonly name: NumberName;
      readonly operator: Operator;
      readonly value: number;
    }
  | { readonly kind: 'text'; readonly name: TextName; readonly operator: Operator; readonly value: string }
  | { readonly kind: 'annotation'; readonly key: string; readonly test?: AnnotationTest }
  | { readonly kind: 'service'; readonly which: Which; readonly filter?: Expression }
  | { readonly kind: 'edge'; readonly from: Which; readonly to: Which; readonly filter?: Expression };

/** Names and types that a service must have; without any it may be every one. */
export interface Which {
  readonly name?: string;
  readonly type?: string;
  readonly accountId?: string;
}

export interface AnnotationTest {
  readonly operator: Operator;
  readonly value: string | number | boolean;
}

export const operators = ['=', '!=', '<=', '>=', '<', '>', 'CONTAINS', 'BEGINSWITH', 'ENDSWITH'] as const;
export type Operator = (typeof operators)[number];

export const flagNames = ['ok', 'error', 'throttle', 'fault', 'partial', 'root', 'inferred'] as const;
export type FlagName = (typeof flagNames)[number];
export const numberNames = ['responsetime', 'duration', 'http.status'] as const;
export type NumberName = (typeof numberNames)[number];
export const textNames = [
  'http.url',
  'http.method',
  'http.useragent',
  'http.clientip',
  'user',
  'name',
  'type',
  'resource.arn',
] as const;
export type TextName = (typeof textNames)[number];
