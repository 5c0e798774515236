import { fieldsOf } from './compile.ts';
import { wordsOf } from './regex.ts';
import type { Command, Expression, Query } from './syntax.ts';

/** What a message must hold to pass: one of the texts, or any of them at its beginning. */
export interface Condition {
  readonly texts: readonly string[];
  readonly isAtStart: boolean;
}

/** What the store can do for a query before a row of it is made. */
export interface Plan {
  /** Necessary conditions, not sufficient ones: the query's filters run all the same. */
  readonly conditions: readonly Condition[];
  readonly needsMessage: boolean;
  readonly needsIngestion: boolean;
  /** Names of a result row's fields, in order. */
  readonly columns: readonly string[];
  /** Results are groups, not events. */
  readonly isGrouped: boolean;
}

const withoutMessage = new Set(['@timestamp', '@ingestionTime', '@logStream', '@log', '@ptr']);
const conditionsMax = 10;

export function planQuery({ commands }: Query): Plan {
  const { columns, isGrouped } = resultColumns(commands);
  const conditions: Condition[] = [];
  for (const command of commands) {
    if (command.kind === 'filter') conditions.push(...conditionsOf(command.condition));
    // A field could get another meaning, or rows could be counted before they are filtered.
    else if (command.kind !== 'fields' || command.columns.some(({ name }) => name.startsWith('@message')))
      break;
  }
  const read = [...commands.flatMap(fieldsRead), ...(isGrouped ? [] : columns)];
  return {
    conditions: conditions.slice(0, conditionsMax),
    needsIngestion: read.includes('@ingestionTime'),
    needsMessage: read.some((name) => !withoutMessage.has(name)),
    columns,
    isGrouped,
  };
}

function resultColumns(commands: readonly Command[]): { columns: readonly string[]; isGrouped: boolean } {
  let fields: string[] = [];
  let shown: string[] | undefined;
  let isGrouped = false;
  for (const command of commands) {
    if (command.kind === 'fields') fields.push(...command.columns.map(({ name }) => name));
    if (command.kind === 'display') shown = command.columns.map(({ name }) => name);
    if (command.kind === 'stats') {
      fields = [...command.by, ...command.columns].map(({ name }) => name);
      shown = undefined;
      isGrouped = true;
    }
  }
  const columns = shown ?? (fields.length > 0 ? fields : ['@timestamp', '@message']);
  return { columns: [...new Set(columns)], isGrouped };
}

function fieldsRead(command: Command): string[] {
  switch (command.kind) {
    case 'fields':
    case 'display':
      return command.columns.flatMap(({ expression }) => fieldsOf(expression));
    case 'filter':
      return fieldsOf(command.condition);
    case 'parse':
    case 'parse-regex':
      return fieldsOf(command.value);
    case 'stats':
      return [...command.columns, ...command.by].flatMap(({ expression }) => fieldsOf(expression));
    case 'sort':
      return command.keys.flatMap(({ expression }) => fieldsOf(expression));
    case 'dedup':
      return command.names.flatMap(fieldsOf);
    case 'limit':
      return [];
  }
}

function conditionsOf(expression: Expression): Condition[] {
  if (expression.kind === 'and') return expression.parts.flatMap(conditionsOf);
  if (expression.kind === 'like') {
    if (!isField(expression.value, '@message')) return [];
    const { pattern } = expression;
    const texts = pattern.kind === 'text' ? [pattern.text] : wordsOf(pattern);
    return texts && texts.length <= conditionsMax ? [{ texts, isAtStart: false }] : [];
  }
  if (expression.kind === 'comparison' && expression.operator === '=' && isField(expression.left, '@type')) {
    const { right } = expression;
    if (right.kind !== 'literal' || !['START', 'END', 'REPORT'].includes(String(right.value))) return [];
    return [{ texts: [`${right.value} RequestId: `], isAtStart: true }];
  }
  return [];
}

function isField(expression: Expression, name: string): boolean {
  return expression.kind === 'field' && expression.name === name;
}
