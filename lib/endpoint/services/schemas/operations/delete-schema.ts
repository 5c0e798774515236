import type { DeleteSchemaRequest } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { findSchemaOrThrow } from '../names.ts';
import type { SchemasParts } from '../parts.ts';

export function deleteSchema({
  repository,
  commits,
}: SchemasParts): Operation<Given<DeleteSchemaRequest>, object> {
  return async (input, context) => {
    await commits.run(() => {
      const schema = findSchemaOrThrow(repository, input, context);
      repository.deleteVersionsOf(schema);
      repository.deleteSchema(schema);
    });
    return {};
  };
}
