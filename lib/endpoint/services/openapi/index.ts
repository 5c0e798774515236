/** What the imports of REST and HTTP APIs read alike: OpenAPI documents, their base paths, AWS's variables. */
export {
  dereference,
  isObject,
  list,
  object,
  parseDefinition,
  readObject,
  text,
  texts,
  type Definition,
  type JsonObject,
} from './definition.ts';
export { anyMethod, assertNoWarnings, basePathOf, substitute, verbs } from './import-rules.ts';
