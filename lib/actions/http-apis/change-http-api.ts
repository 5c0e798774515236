import 'server-only';
import type { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';
import type * as z from 'zod';
import { atFormField } from '@/lib/actions/apis/at-form-field';
import { runAction } from '@/lib/actions/run-action';
import type { AuditAction, AuditDetails } from '@/lib/audit/events';
import { awsFor } from '@/lib/aws/clients';
import type { FieldNames } from '@/lib/aws/errors';
import type { ActionResult } from '@/lib/domain/console-error';
import { routes, type Place } from '@/lib/routes';

interface HttpInput {
  readonly place: Place;
  readonly apiId: string;
}

/** What a change of an HTTP API is, apart from doing it. */
export interface HttpChange<Schema extends z.ZodType<HttpInput>, Data> {
  readonly schema: Schema;
  readonly audit: AuditAction;
  /** e.g. `apigateway:CreateRoute`. */
  readonly operation: string;
  readonly fields?: FieldNames;
  readonly details?: (input: z.output<Schema>, data: Data | undefined) => AuditDetails;
  readonly run: (client: ApiGatewayV2Client, input: z.output<Schema>) => Promise<ActionResult<Data>>;
}

/** The one way through an action on an HTTP API: guard, parse, send, audit, and its pages are read anew. */
export async function changeHttpApi<Schema extends z.ZodType<HttpInput>, Data>(
  change: HttpChange<Schema, Data>,
  input: unknown,
): Promise<ActionResult<Data>> {
  return atFormField(
    await runAction(
      {
        role: 'developer',
        schema: change.schema,
        audit: change.audit,
        operation: change.operation,
        fields: change.fields,
        place: ({ place }) => place,
        target: ({ apiId }) => apiId,
        details: change.details,
        revalidate: ({ place, apiId }) => [routes.gatewayApi(place, apiId)],
        run: async (parsed) => change.run(await (await awsFor(parsed.place)).apiGatewayV2(), parsed),
      },
      input,
    ),
  );
}
