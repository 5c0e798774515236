import 'server-only';
import type { APIGatewayClient, PatchOperation as WirePatch } from '@aws-sdk/client-api-gateway';
import type * as z from 'zod';
import { runAction } from '@/lib/actions/run-action';
import type { AuditAction, AuditDetails } from '@/lib/audit/events';
import { awsFor } from '@/lib/aws/clients';
import type { FieldNames } from '@/lib/aws/errors';
import type { ActionResult } from '@/lib/domain/console-error';
import type { PatchOperation } from '@/lib/domain/rest-api/patch';
import { restMemberFields } from '@/lib/forms/rest-resources';
import { routes, type Place } from '@/lib/routes';

interface RestInput {
  readonly place: Place;
  readonly apiId: string;
}

/** What a change of a REST API is, apart from doing it. */
export interface RestChange<Schema extends z.ZodType<RestInput>, Data> {
  readonly schema: Schema;
  /** Null for an act that changes nothing. */
  readonly audit: AuditAction | null;
  /** e.g. `apigateway:CreateResource`. */
  readonly operation: string;
  readonly fields?: FieldNames;
  readonly details?: (input: z.output<Schema>, data: Data | undefined) => AuditDetails;
  readonly run: (client: APIGatewayClient, input: z.output<Schema>) => Promise<ActionResult<Data>>;
}

/** The one way through an action on a REST API: guard, parse, send, audit, and its pages are read anew. */
export function changeRestApi<Schema extends z.ZodType<RestInput>, Data>(
  change: RestChange<Schema, Data>,
  input: unknown,
): Promise<ActionResult<Data>> {
  return runAction(
    {
      role: 'developer',
      schema: change.schema,
      audit: change.audit,
      operation: change.operation,
      fields: change.fields ?? restMemberFields,
      place: ({ place }) => place,
      target: ({ apiId }) => apiId,
      details: change.details,
      revalidate: ({ place, apiId }) => [routes.restApi(place, apiId, 'resources')],
      run: async (parsed) => change.run(await (await awsFor(parsed.place)).apiGateway(), parsed),
    },
    input,
  );
}

/** Our steps as the SDK takes them. */
export function wirePatch(operations: readonly PatchOperation[]): WirePatch[] {
  return operations.map((operation) => ({ ...operation }));
}
