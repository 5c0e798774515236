import 'server-only';
import {
  auditedAddress,
  connectionOfForm,
  missingSecret,
  refusedAddress,
  type FormConnection,
} from '@/lib/actions/connections/connection-of-form';
import { runAction } from '@/lib/actions/run-action';
import type { AuditAction, AuditDetails } from '@/lib/audit/events';
import type { ActionResult } from '@/lib/domain/console-error';
import { connectionFormSchema, type ConnectionFormValues } from '@/lib/forms/connection';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** What saving a new connection and saving a changed one do differently. */
interface SaveSpec {
  readonly audit: AuditAction;
  readonly operation: string;
  /** Facts for the audit log, beside those that every connection has. */
  readonly details?: (values: ConnectionFormValues) => AuditDetails;
  /** Throws when this connection may not be saved at all. */
  readonly assertAllowed?: (id: string) => void;
  /** Whether the keys already stored serve this form, so that none need be typed. */
  readonly hasStoredKeys?: (form: FormConnection) => boolean;
  readonly store: (connection: FormConnection['connection'], secrets: FormConnection['secrets']) => void;
}

/** Stores the connection of a form for an administrator; answers with its id. */
export function saveConnection(
  spec: SaveSpec,
  input: ConnectionFormValues,
): Promise<ActionResult<{ id: string }>> {
  const { operation } = spec;
  return runAction(
    {
      role: 'admin',
      schema: connectionFormSchema,
      audit: spec.audit,
      operation,
      target: ({ id }) => id,
      details: (values) => ({
        kind: values.kind,
        region: values.region,
        tone: values.tone,
        ...spec.details?.(values),
        ...auditedAddress(values.endpointUrl),
        ...(values.roleArn === undefined ? {} : { roleArn: values.roleArn }),
      }),
      revalidate: ({ id }) => [routes.connections(), routes.connection(id)],
      run: async (values) => {
        spec.assertAllowed?.(values.id);
        const form = connectionOfForm(values, operation);
        if (!form.ok) return form;
        const { connection, secrets } = form.data;
        const missing = spec.hasStoredKeys?.(form.data) ? undefined : missingSecret(form.data, operation);
        const refused = missing ?? (await refusedAddress(form.data, operation));
        if (refused) return refused;
        spec.store(connection, secrets);
        return succeed({ id: connection.id });
      },
    },
    input,
  );
}
