import { contextOf } from './context.ts';
import { headerOf, mediaTypeOf, type MethodCall } from './rest-call.ts';
import { renderTemplate } from './vtl/render.ts';
import { inputTool, utilTool } from './vtl/tools.ts';
import { Budget, fromJson, OnceMap, toText, type Value, type ValueMap } from './vtl/values.ts';

/** What templates ask to be changed after the mappings. */
export interface Overrides {
  readonly request: Readonly<Record<'header' | 'path' | 'querystring', OnceMap>>;
  readonly response: ValueMap;
  readonly responseHeaders: OnceMap;
}

export function newOverrides(): Overrides {
  const responseHeaders = new OnceMap();
  return {
    request: { header: new OnceMap(), path: new OnceMap(), querystring: new OnceMap() },
    // Holds the status too, which can be set once like the headers.
    response: new OnceMap([['header', responseHeaders]]),
    responseHeaders,
  };
}

/**
 * Renders a template of a method. `body` is the caller's on the way there and the back end's on the way back.
 *
 * @throws TemplateError
 */
export function renderMapping(
  call: MethodCall,
  template: string,
  body: string | undefined,
  overrides: Overrides,
): string {
  if (!/[$#]/.test(template)) return template;
  const budget = new Budget();
  const lastValue = (values: readonly string[]): string => values.at(-1) ?? '';
  const context = fromJson(contextOf(call)) as ValueMap;
  context.set('requestOverride', new Map<string, Value>(Object.entries(overrides.request)));
  context.set('responseOverride', overrides.response);
  const facts = {
    body,
    path: call.pathParameters,
    querystring: Object.fromEntries([...call.query].map(([name, values]) => [name, lastValue(values)])),
    header: Object.fromEntries(
      [...call.headers.values()].map(({ name, values }) => [name, lastValue(values)]),
    ),
  };
  return renderTemplate(template, {
    budget,
    variables: {
      input: inputTool(facts, budget),
      util: utilTool(budget),
      context,
      stageVariables: new Map(Object.entries(call.variables)),
    },
  });
}

/** A status set by a template; undefined for none, and for what is no status. */
export function overriddenStatus({ response }: Overrides): number | undefined {
  const text = toText(response.get('status'), new Budget());
  const status = Number(text);
  return /^\d{3}$/.test(text) && status >= 100 && status <= 599 ? status : undefined;
}

/**
 * The request template for the body's type. `pass` hands the body on as it is, `unsupported` is refused with 415.
 */
export function chooseRequestTemplate(
  call: MethodCall,
): 'pass' | 'unsupported' | { readonly template: string } {
  const { requestTemplates = {}, passthroughBehavior = 'WHEN_NO_MATCH' } =
    call.methodRecord.methodIntegration ?? {};
  const type = mediaTypeOf(headerOf(call, 'content-type')) || 'application/json';
  const template = own(requestTemplates, type) ?? own(requestTemplates, '$default');
  if (template !== undefined) return { template };
  if (passthroughBehavior === 'WHEN_NO_MATCH') return 'pass';
  const hasTemplates = Object.keys(requestTemplates).length > 0;
  return passthroughBehavior === 'NEVER' || hasTemplates ? 'unsupported' : 'pass';
}

/** The template for what the caller accepts, with its type; undefined where there is none. */
export function chooseResponseTemplate(
  call: MethodCall,
  templates: Readonly<Record<string, string>>,
): { readonly type: string; readonly template: string } | undefined {
  const accepted = mediaTypeOf(headerOf(call, 'accept')) || 'application/json';
  for (const type of [accepted, 'application/json', Object.keys(templates)[0] ?? '']) {
    const template = own(templates, type);
    if (template !== undefined) return { type, template };
  }
  return undefined;
}

function own(members: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
