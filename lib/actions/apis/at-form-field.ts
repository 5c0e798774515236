import 'server-only';
import type { ActionResult } from '@/lib/domain/console-error';
import { refuse } from '@/lib/shared/result';

/** `values.path` of an action's schema is the field `path` of its form; so is `newIntegration.path`. */
export function atFormField<Data>(result: ActionResult<Data>): ActionResult<Data> {
  if (result.ok) return result;
  const field = /^(?:values|newIntegration)\.(\w+)/.exec(result.error.field ?? '')?.[1];
  return field === undefined ? result : refuse({ ...result.error, field });
}
