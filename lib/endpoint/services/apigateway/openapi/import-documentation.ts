import { addPart } from '../documentation.ts';
import type { ApiDraft } from '../records.ts';
import { list, object, text, type JsonObject } from '../../openapi/index.ts';

/** Parts of the file replace those of the API when there are any. */
export function importDocumentation(draft: ApiDraft, root: JsonObject): void {
  const given = list(object(root['x-amazon-apigateway-documentation'])['documentationParts']).map(object);
  if (given.length === 0) return;
  draft.documentationParts = {};
  for (const part of given) {
    const location = object(part['location']);
    addPart(
      draft,
      {
        type: text(location['type']) as 'API' | undefined,
        path: text(location['path']),
        method: text(location['method']),
        statusCode: text(location['statusCode']),
        name: text(location['name']),
      },
      JSON.stringify(object(part['properties'])),
    );
  }
}
