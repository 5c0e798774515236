/** What a Lambda authorizer decided by a policy. */
export interface PolicyAnswer {
  readonly isAllowed: boolean;
  /** By a statement that names it, not for want of one that allows it. */
  readonly isDenied: boolean;
  readonly principalId: string;
  /** Text, numbers and booleans. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly usageIdentifierKey: string | undefined;
  readonly document: Readonly<Record<string, unknown>>;
}

/** Reads `{principalId, policyDocument, context}` and judges one resource by it; undefined for what is none. */
export function readPolicyAnswer(body: Uint8Array | string, resourceArn: string): PolicyAnswer | undefined {
  const value = parse(typeof body === 'string' ? body : Buffer.from(body).toString());
  if (!isObject(value)) return undefined;
  const { principalId, policyDocument, context = {}, usageIdentifierKey } = value;
  if (typeof principalId !== 'string' || !isObject(policyDocument) || !isObject(context)) return undefined;
  if (Object.values(context).some((member) => typeof member === 'object' && member !== null))
    return undefined;
  const statements = listOf(policyDocument['Statement']);
  if (statements.length === 0) return undefined;
  let isAllowed = false;
  let isDenied = false;
  for (const statement of statements) {
    if (!isObject(statement)) return undefined;
    const { Effect, Action, Resource } = statement;
    if (Effect !== 'Allow' && Effect !== 'Deny') return undefined;
    const isMeant =
      listOf(Action).some((action) => matchesWildcards(String(action).toLowerCase(), 'execute-api:invoke')) &&
      listOf(Resource).some((resource) => matchesWildcards(String(resource), resourceArn));
    if (isMeant && Effect === 'Allow') isAllowed = true;
    if (isMeant && Effect === 'Deny') isDenied = true;
  }
  return {
    isAllowed: isAllowed && !isDenied,
    isDenied,
    principalId,
    context,
    usageIdentifierKey: typeof usageIdentifierKey === 'string' ? usageIdentifierKey : undefined,
    document: policyDocument,
  };
}

const patternMax = 512;

/** `*` stands for any text, slashes too, `?` for one character. In time of both lengths, whatever the pattern. */
export function matchesWildcards(pattern: string, text: string): boolean {
  if (pattern.length > patternMax) return false;
  let [at, inText] = [0, 0];
  let [star, resume] = [-1, 0];
  while (inText < text.length) {
    if (pattern[at] === '*') {
      [star, resume] = [at, inText];
      at += 1;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[inText])) {
      at += 1;
      inText += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      inText = resume;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
