/**
 * Whether two OpenAPI documents of one HTTP API say the same of what a deployment holds. Names, versions, addresses and
 * tags are in force without a deployment. Texts that are no JSON objects are different.
 */
export function isSameDefinition(one: string, other: string): boolean {
  const [left, right] = [deployedPart(one), deployedPart(other)];
  return left !== undefined && left === right;
}

const apartFromDeployments = new Set(['info', 'servers', 'tags']);

function deployedPart(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const members = Object.entries(value).filter(([name]) => !apartFromDeployments.has(name));
  return JSON.stringify(sorted(Object.fromEntries(members)));
}

/** Members in one order, whatever the order in which they were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}
