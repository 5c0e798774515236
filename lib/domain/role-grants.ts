/** One statement of a role's policy in words for a table. */
export interface Grant {
  readonly effect: string;
  /** `logs:PutLogEvents`; with `not` in front everything but. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listed = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);

const withNot = (statement: Readonly<Record<string, unknown>>, name: 'Action' | 'Resource') => [
  ...listed(statement[name]),
  ...listed(statement[`Not${name}`]).map((value) => `not ${value}`),
];

/** Reads a policy document of IAM; nothing for a text that is none. */
export function readGrants(document: string): readonly Grant[] {
  let policy: unknown;
  try {
    policy = JSON.parse(document);
  } catch {
    return [];
  }
  const found: unknown = isRecord(policy) ? policy['Statement'] : undefined;
  const statements: readonly unknown[] = Array.isArray(found) ? found : [found];
  return statements.filter(isRecord).map((statement) => ({
    effect: String(statement['Effect'] ?? ''),
    actions: withNot(statement, 'Action'),
    resources: withNot(statement, 'Resource'),
  }));
}
