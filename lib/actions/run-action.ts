import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import { revalidatePath } from 'next/cache';
import type * as z from 'zod';
import type { AuditAction, AuditDetails, AuditOutcome } from '@/lib/audit/events';
import { recordAudit } from '@/lib/audit/record';
import { requireUser } from '@/lib/auth/guard';
import { AuthRefusal, type Role, type User } from '@/lib/auth/user';
import { toConsoleError, type FieldNames } from '@/lib/aws/errors';
import { consoleError, type ActionResult, type ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';
import { refuse } from '@/lib/shared/result';

/** What an action is, apart from doing it. */
export interface ActionSpec<Schema extends z.ZodType, Data> {
  /** The weakest role that may. */
  readonly role: Role;
  readonly schema: Schema;
  /** Name in the audit log; null for an act that changes nothing and reveals nothing. */
  readonly audit: AuditAction | null;
  /** e.g. `lambda:UpdateFunctionConfiguration`; what a failure is reported under. */
  readonly operation: string;
  /** AWS's member names to our field names, for AWS's validation messages. */
  readonly fields?: FieldNames;
  readonly place?: (input: z.output<Schema>) => Place | undefined;
  /** Name of what is acted on, for the audit log. */
  readonly target?: (input: z.output<Schema>) => string | undefined;
  /** Facts for the audit log; never a secret. `data` is there after a success. */
  readonly details?: (input: z.output<Schema>, data: Data | undefined) => AuditDetails;
  /** Paths whose pages are stale after a success. */
  readonly revalidate?: (input: z.output<Schema>, data: Data) => readonly string[];
  /** Does it. Expected refusals are returned; SDK exceptions may be thrown, they are translated. */
  readonly run: (input: z.output<Schema>, user: User) => Promise<ActionResult<Data>>;
}

function outcomeOf(error: ConsoleError): AuditOutcome {
  return error.kind === 'unreachable' || error.kind === 'unexpected' ? 'failed' : 'refused';
}

/**
 * The one way through a server action: guard, parse, run, audit success and refusal, revalidate.
 * Never throws, but for the framework's own redirects, which count as success. `input` is what the browser sent.
 */
export async function runAction<Schema extends z.ZodType, Data>(
  spec: ActionSpec<Schema, Data>,
  input: unknown,
): Promise<ActionResult<Data>> {
  let user: User;
  try {
    user = await requireUser(spec.role);
  } catch (error) {
    if (!(error instanceof AuthRefusal)) return refuse(toConsoleError(error, spec));
    const denied = consoleError('denied', error.message, { operation: spec.operation });
    // Strangers leave no records: anyone could fill the log. Parsed so that it says what the act was meant for.
    if (error.user) record(spec, error.user, spec.schema.safeParse(input).data, denied);
    return refuse(denied);
  }
  const parsed = spec.schema.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    // What a form's fields hold stands under `values`; a field has the name that the form gives it.
    const path = issue?.path.map(String) ?? [];
    const field = (path.length > 1 && path[0] === 'values' ? path.slice(1) : path).join('.');
    const message = issue?.message ?? 'The input cannot be read.';
    const invalid = consoleError('invalid', message, {
      operation: spec.operation,
      ...(field ? { field } : {}),
    });
    record(spec, user, undefined, invalid);
    return refuse(invalid);
  }
  const result = await attempt(spec, parsed.data, user);
  record(spec, user, parsed.data, result.ok ? undefined : result.error, result.ok ? result.data : undefined);
  if (result.ok) for (const path of spec.revalidate?.(parsed.data, result.data) ?? []) revalidatePath(path);
  return result;
}

async function attempt<Schema extends z.ZodType, Data>(
  spec: ActionSpec<Schema, Data>,
  input: z.output<Schema>,
  user: User,
): Promise<ActionResult<Data>> {
  try {
    return await spec.run(input, user);
  } catch (error) {
    try {
      unstable_rethrow(error);
    } catch (redirection) {
      record(spec, user, input);
      throw redirection;
    }
    return refuse(toConsoleError(error, spec));
  }
}

function record<Schema extends z.ZodType, Data>(
  spec: ActionSpec<Schema, Data>,
  user: User,
  input: z.output<Schema> | undefined,
  error?: ConsoleError,
  data?: Data,
): void {
  if (spec.audit === null) return;
  recordAudit({
    actor: user,
    action: spec.audit,
    ...(input === undefined
      ? {}
      : {
          place: spec.place?.(input),
          target: spec.target?.(input),
          details: { ...spec.details?.(input, data), ...(error?.field ? { field: error.field } : {}) },
        }),
    operation: spec.operation,
    outcome: error ? outcomeOf(error) : 'ok',
    kind: error?.kind,
    requestId: error?.requestId,
  });
}
