import type { RoutingRuleAction, RoutingRuleCondition } from '@aws-sdk/client-apigatewayv2';
import * as z from 'zod';
import { mappingPathPattern } from '../domain/domain-name';
import {
  headerConditionsMax,
  headerLine,
  priorityMax,
  readHeaderLine,
  type RoutingRule,
} from '../domain/routing-rule';
import { oneDomainSchema } from './domain-names';

export type RuleField = 'priority' | 'headers' | 'basePaths' | 'stage' | 'stripBasePath';
export type RuleTexts = Readonly<Record<RuleField, string>>;

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const values = z.object({
  priority: z
    .string()
    .trim()
    .refine(
      (text) => /^\d{1,7}$/.test(text) && Number(text) >= 1 && Number(text) <= priorityMax,
      'Enter a whole number from 1 to 1,000,000.',
    ),
  headers: z
    .string()
    .max(4_096)
    .refine(
      (text) => lines(text).length <= headerConditionsMax,
      'A rule has two header conditions at most, one a line.',
    )
    .refine(
      (text) => lines(text).every((line) => readHeaderLine(line) !== undefined),
      'Enter lines such as x-version: beta*, with a star at the beginning or the end of the value alone.',
    ),
  basePaths: z
    .string()
    .max(4_096)
    .refine(
      (text) => lines(text).every((path) => mappingPathPattern.test(path)),
      "Segments of letters, digits and $-_.+!*'() with slashes between them.",
    ),
  stage: z.string().regex(/^[a-z0-9]{1,32}:[A-Za-z0-9_-]{1,128}$/, 'Choose a REST API and a stage.'),
  stripBasePath: z.enum(['on', '']),
});

export const createRuleSchema = oneDomainSchema.extend({ values });
export const oneRuleSchema = oneDomainSchema.extend({ id: z.string().min(1).max(64) });
export const updateRuleSchema = oneRuleSchema.extend({ values, revisionId: z.string().max(64).optional() });

export const ruleMemberFields: Readonly<Record<string, string>> = {
  priority: 'priority',
  conditions: 'headers',
  actions: 'stage',
};

export function ruleTexts(rule: RoutingRule): RuleTexts {
  return {
    priority: String(rule.priority),
    headers: rule.headers.map(headerLine).join('\n'),
    basePaths: rule.basePaths.join('\n'),
    stage: `${rule.apiId}:${rule.stage}`,
    stripBasePath: rule.stripBasePath ? 'on' : '',
  };
}

/** A rule as the service takes it: as a whole, also when it is changed. */
export function ruleToInput(texts: RuleTexts): {
  Priority: number;
  Conditions: RoutingRuleCondition[];
  Actions: RoutingRuleAction[];
} {
  const [ApiId = '', Stage = ''] = texts.stage.trim().split(':');
  const basePaths = lines(texts.basePaths);
  return {
    Priority: Number(texts.priority),
    Conditions: [
      ...lines(texts.headers).map((line) => ({
        MatchHeaders: {
          AnyOf: (readHeaderLine(line) ?? []).map(({ name, glob }) => ({ Header: name, ValueGlob: glob })),
        },
      })),
      ...(basePaths.length > 0 ? [{ MatchBasePaths: { AnyOf: basePaths } }] : []),
    ],
    Actions: [{ InvokeApi: { ApiId, Stage, StripBasePath: texts.stripBasePath === 'on' } }],
  };
}
