/**
 * Whether a policy that an authorizer answered allows nothing but single methods. Kept for a while, such a policy denies
 * the other methods that its caller uses next: AWS judges the kept policy by each method's own ARN.
 */
export function isNarrowPolicy(policy: string): boolean {
  let document: unknown;
  try {
    document = JSON.parse(policy);
  } catch {
    return false;
  }
  const allowed = listOf(memberOf(document, 'Statement'))
    .filter((statement) => memberOf(statement, 'Effect') === 'Allow')
    .flatMap((statement) => listOf(memberOf(statement, 'Resource')));
  return allowed.length > 0 && allowed.every((resource) => !/[*?]/.test(String(resource)));
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
