import { JSONPath } from 'jsonpath-plus';
import type { BusEvent, RuleKey, TargetSettings } from './records.ts';
import { ruleArn } from './names.ts';

/** What a target gets of an event: a constant, a part, a template's text, or the event as it is. */
export function targetBody(
  event: BusEvent,
  { Input, InputPath, InputTransformer }: TargetSettings,
  rule: RuleKey,
): string {
  if (Input !== undefined) return Input;
  if (InputPath !== undefined) return JSON.stringify(readPath(event, InputPath) ?? null);
  if (!InputTransformer) return JSON.stringify(event);
  const values = new Map<string, unknown>(
    Object.entries(InputTransformer.InputPathsMap ?? {}).map(([name, path]) => [name, readPath(event, path)]),
  );
  values.set('aws.events.rule-arn', ruleArn(rule));
  values.set('aws.events.rule-name', rule.name);
  values.set('aws.events.event.ingestion-time', event.time);
  values.set('aws.events.event', withoutDetail(event));
  values.set('aws.events.event.json', event);
  return fillTemplate(InputTransformer.InputTemplate, values);
}

const predefined = new Set([
  'aws.events.rule-arn',
  'aws.events.rule-name',
  'aws.events.event.ingestion-time',
  'aws.events.event',
  'aws.events.event.json',
]);

/** A placeholder of a template that nothing fills. */
export function unknownPlaceholder(template: string, names: readonly string[]): string | undefined {
  const found = [...template.matchAll(/<([\w.-]+)>/g)].map(([, name = '']) => name);
  return found.find((name) => !predefined.has(name) && !names.includes(name));
}

/** The event as `<aws.events.event>` has it: in this order, and its type under another name. */
function withoutDetail(event: BusEvent) {
  const { id, account, time, source, region, resources, version } = event;
  return { id, account, detailType: event['detail-type'], time, source, region, resources, version };
}

function readPath(event: BusEvent, path: string): unknown {
  return JSONPath({ path, json: event, wrap: false, eval: false }) as unknown;
}

const step = String.raw`\.\*|\.[\p{L}\p{N}_-]+|\[\*\]|\[\d+\]|\['[^']*'\]|\["[^"]*"\]`;
const pathPattern = new RegExp(`^\\$(?:${step})*$`, 'u');

/**
 * Whether a path is one that can be read: names, places of lists and stars, as EventBridge has them. Steps that search
 * all levels or go back up would multiply what they find.
 */
export function isPath(path: string): boolean {
  return pathPattern.test(path);
}

/** Inside of quotes a value is text of the string around it; outside it is JSON of its own. */
function fillTemplate(template: string, values: ReadonlyMap<string, unknown>): string {
  let isQuoted = false;
  let filled = '';
  for (let at = 0; at < template.length; at += 1) {
    const character = template[at] ?? '';
    const name = character === '<' ? /^<([\w.-]+)>/.exec(template.slice(at, at + 260))?.[1] : undefined;
    if (name !== undefined && values.has(name)) {
      filled += isQuoted ? inString(values.get(name)) : (JSON.stringify(values.get(name)) ?? '""');
      at += name.length + 1;
      continue;
    }
    filled += character;
    if (character === '\\') {
      filled += template[at + 1] ?? '';
      at += 1;
    } else if (character === '"') isQuoted = !isQuoted;
  }
  return filled;
}

function inString(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return JSON.stringify(text).slice(1, -1);
}
