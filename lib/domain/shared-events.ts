// Lambda keeps shareable test events as examples of an OpenAPI document, one for each function:
// https://docs.aws.amazon.com/lambda/latest/dg/testing-functions.html#creating-shareable-events. The AWS console and
// `sam remote test-event` read and write the same documents.

/** The registry of EventBridge Schemas where they are. */
export const sharedRegistry = 'lambda-testevent-schemas';

/** Versions that are left of a document; `sam remote test-event` keeps as many. */
export const sharedVersionsMax = 5;

export function sharedSchemaName(functionName: string): string {
  return `_${functionName}-schema`;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Events of a document, by name; undefined when it is none that has events. */
export function readSharedEvents(
  content: string,
): readonly { readonly name: string; readonly body: string }[] | undefined {
  const examples = examplesOf(content);
  if (!examples) return undefined;
  return Object.entries(examples)
    .filter(([, example]) => isObject(example) && 'value' in example)
    .map(([name, example]) => ({ name, body: JSON.stringify((example as JsonObject).value, null, 2) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The document with one event more, or another text of one. What else others keep with it, such as the type of
 * invocation, stays. Undefined when it is no document that can have events.
 */
export function withSharedEvent(content: string, name: string, event: unknown): string | undefined {
  const examples = examplesOf(content);
  if (!examples) return undefined;
  const before = Object.hasOwn(examples, name) ? examples[name] : undefined;
  const example = { ...(isObject(before) && before), value: event };
  return withExamples(content, { ...examples, [name]: example });
}

/** The document without an event. `isLast` says that none is left; undefined when it does not have the event. */
export function withoutSharedEvent(
  content: string,
  name: string,
): { readonly content: string; readonly isLast: boolean } | undefined {
  const examples = examplesOf(content);
  if (!examples || !Object.hasOwn(examples, name)) return undefined;
  const left = Object.fromEntries(Object.entries(examples).filter(([other]) => other !== name));
  return { content: withExamples(content, left), isLast: Object.keys(left).length === 0 };
}

function parse(content: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function examplesOf(content: string): JsonObject | undefined {
  const components = parse(content)?.components;
  if (!isObject(components)) return undefined;
  const { examples = {} } = components;
  return isObject(examples) ? examples : undefined;
}

function withExamples(content: string, examples: JsonObject): string {
  const document = parse(content);
  const components = document?.components;
  return JSON.stringify({
    ...document,
    components: { ...(isObject(components) && components), examples },
  });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
