/** The statements of a resource-based policy in words for a table. */
export interface PolicyStatement {
  /** Without an id a statement cannot be removed alone. */
  readonly id: string | undefined;
  readonly effect: string;
  readonly principal: string;
  readonly action: string;
  /** `StringEquals aws:SourceAccount = 123456789012`, one a line. */
  readonly conditions: readonly string[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listed = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join(', ') : typeof value === 'string' ? value : '';

function principalText(principal: unknown): string {
  if (!isRecord(principal)) return listed(principal);
  return Object.values(principal).map(listed).join(', ');
}

function conditionTexts(condition: unknown): readonly string[] {
  if (!isRecord(condition)) return [];
  return Object.entries(condition).flatMap(([operator, tests]) =>
    isRecord(tests)
      ? Object.entries(tests).map(([key, value]) => `${operator} ${key} = ${listed(value) || String(value)}`)
      : [],
  );
}

/** Reads a policy document; nothing for a text that is none, which is then shown as it stands. */
export function readStatements(document: string): readonly PolicyStatement[] {
  let policy: unknown;
  try {
    policy = JSON.parse(document);
  } catch {
    return [];
  }
  if (!isRecord(policy)) return [];
  const found: unknown = policy['Statement'];
  const statements: readonly unknown[] = Array.isArray(found) ? found : [found];
  return statements.filter(isRecord).map((statement) => ({
    id: typeof statement['Sid'] === 'string' && statement['Sid'] !== '' ? statement['Sid'] : undefined,
    effect: listed(statement['Effect']),
    principal: principalText(statement['Principal']),
    action: listed(statement['Action']),
    conditions: conditionTexts(statement['Condition']),
  }));
}
