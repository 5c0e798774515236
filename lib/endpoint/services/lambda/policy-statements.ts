/** One value, or several of which any will do. */
export type OneOrMany = string | readonly string[];

/** Resource policies of functions and layers as AWS writes them: members in this order, no blanks. */
export interface PolicyStatement {
  /** Statements of AddPermission have one; those of a whole document need none. */
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal: '*' | Readonly<Record<string, OneOrMany>>;
  readonly Action: OneOrMany;
  readonly Resource: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>;
}

export function policyDocument(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: statements });
}

/** An account's number or ARN, or everyone. */
export function awsPrincipal(principal: string, partition: string): PolicyStatement['Principal'] {
  if (principal === '*') return '*';
  return { AWS: /^\d{12}$/.test(principal) ? `arn:${partition}:iam::${principal}:root` : principal };
}

export function listOf(value: OneOrMany | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
