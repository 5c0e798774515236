import type { DescribeSchemaRequest, DescribeSchemaResponse } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { findSchemaOrThrow, findVersionOrThrow } from '../names.ts';
import { toSchemaView } from '../output.ts';
import type { SchemasParts } from '../parts.ts';

export function describeSchema({
  repository,
}: SchemasParts): Operation<Given<DescribeSchemaRequest>, DescribeSchemaResponse> {
  return (input, context) => {
    const schema = findSchemaOrThrow(repository, input, context);
    const version = findVersionOrThrow(repository, schema, input.SchemaVersion);
    return { ...toSchemaView(schema, version), Content: version.content };
  };
}
