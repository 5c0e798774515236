import type { DeleteSchemaVersionRequest } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { badRequest } from '../errors.ts';
import { findSchemaOrThrow, findVersionOrThrow } from '../names.ts';
import type { SchemasParts } from '../parts.ts';

export function deleteSchemaVersion({
  repository,
  commits,
}: SchemasParts): Operation<Given<DeleteSchemaVersionRequest>, object> {
  return async (input, context) => {
    await commits.run(() => {
      const schema = findSchemaOrThrow(repository, input, context);
      const { version } = findVersionOrThrow(repository, schema, input.SchemaVersion);
      if (repository.countVersions(schema) === 1)
        throw badRequest(`Version ${version} is the only one of schema ${schema.name}. Delete the schema.`);
      repository.deleteVersion(schema, version);
    });
    return {};
  };
}
