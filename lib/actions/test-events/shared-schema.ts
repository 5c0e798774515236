import 'server-only';
import {
  DeleteRegistryCommand,
  DeleteSchemaCommand,
  DeleteSchemaVersionCommand,
  ListSchemasCommand,
  ListSchemaVersionsCommand,
  UpdateSchemaCommand,
  type SchemasClient,
} from '@aws-sdk/client-schemas';
import { sharedRegistry, sharedSchemaName, sharedVersionsMax } from '@/lib/domain/shared-events';
import { log } from '@/lib/log';

/** Where a function's shareable events are. */
export function sharedNames(functionName: string) {
  return { RegistryName: sharedRegistry, SchemaName: sharedSchemaName(functionName) };
}

/** Writes a new version of the document; the oldest goes when there are enough of them. */
export async function replaceShared(
  schemas: SchemasClient,
  functionName: string,
  content: string,
): Promise<void> {
  const names = sharedNames(functionName);
  const { SchemaVersions = [] } = await schemas.send(new ListSchemaVersionsCommand(names));
  const numbers = SchemaVersions.map(({ SchemaVersion }) => Number(SchemaVersion)).sort((a, b) => a - b);
  const [oldest] = numbers;
  if (numbers.length >= sharedVersionsMax && oldest !== undefined)
    await schemas.send(new DeleteSchemaVersionCommand({ ...names, SchemaVersion: `${oldest}` }));
  await schemas.send(new UpdateSchemaCommand({ ...names, Type: 'OpenApi3', Content: content }));
}

/** Deletes the document of a function, and as AWS's console does the registry after the last one. */
export async function deleteShared(schemas: SchemasClient, functionName: string): Promise<void> {
  const names = sharedNames(functionName);
  await schemas.send(new DeleteSchemaCommand(names));
  const { RegistryName } = names;
  try {
    const { Schemas = [] } = await schemas.send(new ListSchemasCommand({ RegistryName, Limit: 1 }));
    if (Schemas.length === 0) await schemas.send(new DeleteRegistryCommand({ RegistryName }));
  } catch (error) {
    // The event is gone, which is what was asked; an empty registry is no harm.
    log().warn({ err: error, registry: RegistryName }, 'The empty registry of test events stays');
  }
}
