'use server';

import {
  CreateRegistryCommand,
  CreateSchemaCommand,
  GetDiscoveredSchemaCommand,
  type SchemasClient,
} from '@aws-sdk/client-schemas';
import { runAction } from '@/lib/actions/run-action';
import { replaceShared, sharedNames } from '@/lib/actions/test-events/shared-schema';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { withSharedEvent } from '@/lib/domain/shared-events';
import { shareTestEventSchema } from '@/lib/forms/invoke';
import { readSharedContent } from '@/lib/queries/test-events';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

const operation = 'schemas:UpdateSchema';

/** Saves an event for everyone of the account, over an older one of that name. */
export async function shareTestEventAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: shareTestEventSchema,
      audit: 'test-event.save',
      operation,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ name, body }) => ({ event: name, sharing: 'shareable', bytes: Buffer.byteLength(body) }),
      revalidate: ({ place, functionName }) => [routes.functionTab(place, functionName, 'test')],
      run: async ({ place, functionName, name, body }) => {
        const event = parse(body);
        if (!event) {
          const message =
            'A shareable event is kept as JSON, and this is none. Correct it, or save it as private.';
          return refuse(consoleError('invalid', message, { operation }));
        }
        const schemas = await (await awsFor(place)).schemas();
        const before = await readSharedContent(place, functionName);
        const content = withSharedEvent(before ?? (await describeEvent(schemas, body)), name, event.value);
        if (content === undefined) {
          const message = `Schema ${sharedNames(functionName).SchemaName} is not one of test events, so nothing was written.`;
          return refuse(consoleError('conflict', message, { operation }));
        }
        if (before === undefined) await createShared(schemas, functionName, content);
        else await replaceShared(schemas, functionName, content);
        return succeed(undefined);
      },
    },
    input,
  );
}

function parse(body: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(body) as unknown };
  } catch {
    return undefined;
  }
}

/** A document that says what the event looks like, made by the service as AWS's console has it made. */
async function describeEvent(schemas: SchemasClient, body: string): Promise<string> {
  const command = new GetDiscoveredSchemaCommand({ Type: 'OpenApi3', Events: [body] });
  return (await schemas.send(command)).Content ?? '';
}

async function createShared(schemas: SchemasClient, functionName: string, Content: string): Promise<void> {
  const names = sharedNames(functionName);
  const { RegistryName } = names;
  try {
    await schemas.send(new CreateRegistryCommand({ RegistryName }));
  } catch (error) {
    if (toConsoleError(error, { operation }).kind !== 'conflict') throw error;
  }
  await schemas.send(new CreateSchemaCommand({ ...names, Type: 'OpenApi3', Content }));
}
