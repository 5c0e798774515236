import { renderTemplate } from '../rest-api/vtl/render.ts';
import { inputTool, utilTool } from '../rest-api/vtl/tools.ts';
import { Budget, fromJson } from '../rest-api/vtl/values.ts';
import { contextOf } from './context.ts';
import { Refusal } from './refusal.ts';
import { evaluate, requestValue } from './select-route.ts';
import type { IntegratedCall, SocketCall } from './socket-call.ts';

const noParameters = { path: {}, querystring: {}, header: {} };

/**
 * Renders a template of a route. `body` is the client's on the way there and the back end's on the way back; there is no
 * `$input.params`.
 *
 * @throws TemplateError
 */
export function renderMapping(call: SocketCall, template: string, body: string | undefined): string {
  if (!/[$#]/.test(template)) return template;
  const budget = new Budget();
  return renderTemplate(template, {
    budget,
    variables: {
      input: inputTool({ body, ...noParameters }, budget),
      util: utilTool(budget),
      context: fromJson(contextOf(call)),
      stageVariables: new Map(Object.entries(call.stage.variables)),
    },
  });
}

type Templates = Readonly<Record<string, string>>;

/** What an expression names, else `$default`; undefined when there is neither. */
export function chooseByExpression(
  templates: Templates,
  expression: string | undefined,
  valueOf: (variable: string) => unknown,
): string | undefined {
  const key = expression === undefined ? '$default' : evaluate(expression, valueOf);
  return own(templates, key) ?? own(templates, '$default');
}

/** The body for a back end: by a template, or as it came where the integration lets it pass. */
export function requestBody(call: IntegratedCall): string | Refusal {
  const { RequestTemplates = {}, TemplateSelectionExpression, PassthroughBehavior } = call.integration;
  const template = chooseByExpression(RequestTemplates, TemplateSelectionExpression, requestValue(call.json));
  if (template !== undefined) return renderMapping(call, template, call.body);
  const hasTemplates = Object.keys(RequestTemplates).length > 0;
  const passes =
    PassthroughBehavior === 'WHEN_NO_TEMPLATES' ? !hasTemplates : PassthroughBehavior !== 'NEVER';
  return passes
    ? (call.body ?? '')
    : new Refusal('UNSUPPORTED_MEDIA_TYPE', {
        reason: 'no request template fits, and nothing passes without one',
      });
}

function own(templates: Templates, key: string): string | undefined {
  return Object.hasOwn(templates, key) ? templates[key] : undefined;
}
