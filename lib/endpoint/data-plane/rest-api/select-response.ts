import type { StoredIntegration } from '../../services/apigateway/index.ts';
import { javaRegex } from './vtl/java-regex.ts';
import { TemplateError } from './vtl/values.ts';
import { withinMsOfWork } from './vtl/watchdog.ts';

type Rows = StoredIntegration['integrationResponses'];
const matchMsMax = 250;

/**
 * The first row whose pattern fits all of the text, else the one without a pattern.
 *
 * @throws TemplateError for a pattern that is none, or that takes too long.
 */
export function selectResponse(rows: Rows, text: string | undefined): Rows[string] | undefined {
  const all = Object.values(rows);
  const isFitting = (pattern: string): boolean => text !== undefined && fits(pattern, text);
  return (
    all.find(({ selectionPattern }) => selectionPattern && isFitting(selectionPattern)) ??
    all.find(({ selectionPattern }) => !selectionPattern)
  );
}

/** Whether all of a text fits a pattern.
 *
 * @throws TemplateError for a pattern that is none, or that takes too long.
 */
export function fits(pattern: string, text: string): boolean {
  if (/^[\w ]*$/.test(pattern)) return pattern === text;
  const regex = javaRegex(`^(?:${pattern})$`, '');
  // Only what repeats can take long.
  if (!/[*+{]/.test(pattern)) return regex.test(text);
  return withinMsOfWork(
    matchMsMax,
    () => regex.test(text),
    () => new TemplateError(`the selection pattern ${pattern} took longer than ${matchMsMax} ms`),
  );
}
