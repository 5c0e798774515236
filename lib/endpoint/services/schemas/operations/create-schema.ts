import type { CreateSchemaRequest, CreateSchemaResponse } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { conflict } from '../errors.ts';
import { findRegistryOrThrow } from '../names.ts';
import { writeNextVersion } from '../new-version.ts';
import { toSchemaView } from '../output.ts';
import type { SchemasParts } from '../parts.ts';
import {
  assertContent,
  assertDescription,
  assertSchemaName,
  assertType,
  mergeTags,
} from '../rules/constraints.ts';

export function createSchema(
  parts: SchemasParts,
): Operation<Given<CreateSchemaRequest>, CreateSchemaResponse> {
  const { repository, commits } = parts;
  return async (input, context) => {
    const { Content: content, Type: type, SchemaName: name } = input;
    assertSchemaName(name);
    assertType(type);
    assertContent(content, type);
    assertDescription(input.Description);
    const { accountId, region } = context;
    const tags = mergeTags({}, input.Tags);
    const { schema, version } = await commits.run(() => {
      const registry = findRegistryOrThrow(repository, input.RegistryName, context).name;
      const key = { accountId, region, registry, name };
      if (repository.findSchema(key))
        throw conflict(`Schema with name ${name} already exists in registry ${registry}.`);
      const fresh = { ...key, type, description: input.Description ?? '', tags, latest: 0 };
      return writeNextVersion(parts, fresh, content);
    });
    return toSchemaView(schema, version);
  };
}
