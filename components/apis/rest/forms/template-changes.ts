import type { Change } from '@/components/patterns/form-frame/change';
import type { Texts } from '@/lib/domain/rest-api/method';

/** One change for each template, so that a long one does not hide the others. */
export function templateChanges(
  before: Texts,
  after: Texts,
  label: (type: string) => string,
): readonly Change[] {
  const types = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return types
    .filter((type) => before[type] !== after[type])
    .map((type) => ({
      id: `template-${type}`,
      label: label(type),
      from: before[type] ?? null,
      to: after[type] ?? null,
    }));
}
