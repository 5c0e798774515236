import type { UpdateSchemaRequest, UpdateSchemaResponse } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { badRequest } from '../errors.ts';
import { findSchemaOrThrow, findVersionOrThrow } from '../names.ts';
import { writeNextVersion } from '../new-version.ts';
import { toSchemaView } from '../output.ts';
import type { SchemasParts } from '../parts.ts';
import { assertContent, assertDescription, assertType, versionsMax } from '../rules/constraints.ts';

export function updateSchema(
  parts: SchemasParts,
): Operation<Given<UpdateSchemaRequest>, UpdateSchemaResponse> {
  const { repository, commits, clock } = parts;
  return async (input, context) => {
    const { Content: content, ClientTokenId: token } = input;
    assertDescription(input.Description);
    if (input.Type !== undefined) assertType(input.Type);
    const { schema, version } = await commits.run(() => {
      const before = findSchemaOrThrow(repository, input, context);
      const newest = findVersionOrThrow(repository, before, undefined);
      // The same request again: it was done.
      if (token !== undefined && newest.clientToken === token) return { schema: before, version: newest };
      const type = input.Type ?? before.type;
      const after = { ...before, type, description: input.Description ?? before.description };
      if (content === undefined) {
        if (type !== before.type) throw badRequest('A new type needs new content.');
        const schema = { ...after, modifiedMs: clock.now() };
        repository.putSchema(schema);
        return { schema, version: newest };
      }
      assertContent(content, type);
      if (repository.countVersions(before) >= versionsMax)
        throw badRequest(`A schema can have up to ${versionsMax} versions. Delete one first.`);
      return writeNextVersion(parts, after, content, token);
    });
    return toSchemaView(schema, version);
  };
}
