import 'server-only';
import type * as z from 'zod';
import { toConsoleError } from '@/lib/aws/errors';
import { getConfig } from '@/lib/config';
import { assertEndpointUrlAllowed } from '@/lib/connections/address';
import {
  connectionFields,
  connectionSecrets,
  connectionSettings,
  type Connection,
  type ConnectionSecrets,
} from '@/lib/connections/connection';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import type { connectionFormSchema } from '@/lib/forms/connection';
import { refuse, succeed } from '@/lib/shared/result';

type Values = z.output<typeof connectionFormSchema>;
export interface FormConnection {
  readonly connection: Omit<Connection, 'origin' | 'version'>;
  readonly secrets: ConnectionSecrets | undefined;
}

/** The connection that a form describes, or the first field that is wrong. */
export function connectionOfForm(values: Values, operation: string): ActionResult<FormConnection> {
  const { secretAccessKey, sessionToken, ...rest } = values;
  const fields = connectionFields.safeParse(rest);
  const settings = connectionSettings.safeParse(rest);
  const issue = fields.error?.issues[0] ?? settings.error?.issues[0];
  if (issue || !fields.success || !settings.success) {
    const field = issue?.path.map(String).join('.');
    return refuse(consoleError('invalid', issue?.message ?? 'This cannot be read.', { operation, field }));
  }
  const needsKeys = settings.data.kind === 'static-keys' || settings.data.kind === 'custom-endpoint';
  const secrets =
    needsKeys && secretAccessKey !== undefined
      ? connectionSecrets.parse({
          secretAccessKey,
          ...(sessionToken === undefined || sessionToken === '' ? {} : { sessionToken }),
        })
      : undefined;
  return succeed({ connection: { ...fields.data, settings: settings.data }, secrets });
}

/** Refuses a kind that needs keys when none were typed and none are stored. */
export function missingSecret(form: FormConnection, operation: string): ActionResult<never> | undefined {
  const { kind } = form.connection.settings;
  if (form.secrets || (kind !== 'static-keys' && kind !== 'custom-endpoint')) return undefined;
  return refuse(
    consoleError('invalid', 'Enter the secret access key.', { operation, field: 'secretAccessKey' }),
  );
}

/** Refuses an address that the operator's setting does not let users reach; the field is `endpointUrl`. */
export async function refusedAddress(
  { connection }: FormConnection,
  operation: string,
): Promise<ActionResult<never> | undefined> {
  if (connection.settings.kind !== 'custom-endpoint') return undefined;
  try {
    await assertEndpointUrlAllowed(connection.settings.endpointUrl, getConfig().addressPolicy);
    return undefined;
  } catch (error) {
    return refuse({ ...toConsoleError(error, { operation }), field: 'endpointUrl' });
  }
}

/** What the audit log keeps of an address: no user, password or query that someone may have typed into it. */
export function auditedAddress(endpointUrl: string | undefined): { endpointUrl?: string } {
  if (endpointUrl === undefined) return {};
  return { endpointUrl: URL.canParse(endpointUrl) ? new URL(endpointUrl).origin : 'not an address' };
}
