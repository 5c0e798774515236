// Written by lib/tools/generate-operations.ts; do not edit.
import { createRegistry } from '../operations/create-registry.ts';
import { createSchema } from '../operations/create-schema.ts';
import { deleteRegistry } from '../operations/delete-registry.ts';
import { deleteSchemaVersion } from '../operations/delete-schema-version.ts';
import { deleteSchema } from '../operations/delete-schema.ts';
import { describeRegistry } from '../operations/describe-registry.ts';
import { describeSchema } from '../operations/describe-schema.ts';
import { getDiscoveredSchema } from '../operations/get-discovered-schema.ts';
import { listRegistries } from '../operations/list-registries.ts';
import { listSchemaVersions } from '../operations/list-schema-versions.ts';
import { listSchemas } from '../operations/list-schemas.ts';
import { listTagsForResource } from '../operations/list-tags-for-resource.ts';
import { searchSchemas } from '../operations/search-schemas.ts';
import { tagResource } from '../operations/tag-resource.ts';
import { untagResource } from '../operations/untag-resource.ts';
import { updateRegistry } from '../operations/update-registry.ts';
import { updateSchema } from '../operations/update-schema.ts';

export const operations = {
  CreateRegistry: createRegistry,
  CreateSchema: createSchema,
  DeleteRegistry: deleteRegistry,
  DeleteSchemaVersion: deleteSchemaVersion,
  DeleteSchema: deleteSchema,
  DescribeRegistry: describeRegistry,
  DescribeSchema: describeSchema,
  GetDiscoveredSchema: getDiscoveredSchema,
  ListRegistries: listRegistries,
  ListSchemaVersions: listSchemaVersions,
  ListSchemas: listSchemas,
  ListTagsForResource: listTagsForResource,
  SearchSchemas: searchSchemas,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateRegistry: updateRegistry,
  UpdateSchema: updateSchema,
};
