/** An API that has the title of a definition for its name: importing makes a second one beside it. */
export interface Namesake {
  readonly id: string;
  readonly name: string;
}

/** What an import of a definition would create, read from the document alone. */
export interface OpenApiPreview {
  /** `OpenAPI 3.0.1` or `Swagger 2.0`. */
  readonly format: string;
  readonly title: string;
  readonly version: string;
  readonly rows: readonly PreviewRow[];
  /** How many there are; `rows` ends at a bound. */
  readonly methodCount: number;
  readonly pathCount: number;
  readonly authorizers: readonly string[];
  readonly modelCount: number;
  /** What keeps the document from being imported as the kind of API that was chosen. */
  readonly problem: PreviewProblem | undefined;
}

export interface PreviewRow {
  readonly method: string;
  readonly path: string;
  /** `AWS_PROXY orders`, `MOCK`; undefined: none, the method answers nothing. */
  readonly integration: string | undefined;
  readonly isSecured: boolean;
}

export type PreviewProblem = 'not-openapi' | 'no-paths' | 'needs-openapi-3';

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'];
const anyMethod = 'x-amazon-apigateway-any-method';
const rowsMax = 300;

type Node = Readonly<Record<string, unknown>>;

const nodeOf = (value: unknown): Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : {};
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Follows `#/components/x-amazon-apigateway-integrations/name` once; other references stay as they are. */
function integrationOf(document: Node, operation: Node): string | undefined {
  const given = nodeOf(operation['x-amazon-apigateway-integration']);
  const reference = textOf(given['$ref']);
  const name = reference.split('/').at(-1) ?? '';
  const named = nodeOf(nodeOf(document['components'])['x-amazon-apigateway-integrations'])[name];
  const integration = reference === '' ? given : nodeOf(named);
  const type = textOf(integration['type']).toUpperCase();
  if (type === '') return undefined;
  const uri = textOf(integration['uri']);
  const target = /:function:([^/]+)/.exec(uri)?.[1] ?? textOf(integration['integrationSubtype']) ?? '';
  return [type, target || (type.startsWith('HTTP') ? uri : '')].filter(Boolean).join(' ');
}

function isSecured(document: Node, operation: Node): boolean {
  const auth = textOf(nodeOf(operation['x-amazon-apigateway-auth'])['type']).toUpperCase();
  if (auth === 'NONE') return false;
  const security = operation['security'] ?? document['security'];
  return auth !== '' || (Array.isArray(security) && security.length > 0);
}

/** Reads a parsed document; anything that is no OpenAPI gives an empty preview with its problem. */
export function previewOpenApi(value: unknown, kind: 'REST' | 'HTTP'): OpenApiPreview {
  const document = nodeOf(value);
  const isVersion3 = /^3\.\d/.test(textOf(document['openapi']));
  const isVersion2 = textOf(document['swagger']).startsWith('2');
  const info = nodeOf(document['info']);
  const paths = Object.entries(nodeOf(document['paths']));
  const rows: PreviewRow[] = [];
  let methodCount = 0;
  for (const [path, item] of paths) {
    for (const [verb, operation] of Object.entries(nodeOf(item))) {
      const isAny = verb === anyMethod;
      if (!isAny && !methods.includes(verb.toLowerCase())) continue;
      methodCount += 1;
      if (rows.length >= rowsMax) continue;
      rows.push({
        method: isAny ? 'ANY' : verb.toUpperCase(),
        path,
        integration: integrationOf(document, nodeOf(operation)),
        isSecured: isSecured(document, nodeOf(operation)),
      });
    }
  }
  const components = nodeOf(document['components']);
  const schemes = Object.entries(nodeOf(components['securitySchemes'] ?? document['securityDefinitions']));
  const schemas = nodeOf(components['schemas'] ?? document['definitions']);
  return {
    format: isVersion3 ? `OpenAPI ${textOf(document['openapi'])}` : isVersion2 ? 'Swagger 2.0' : '',
    title: textOf(info['title']),
    version: textOf(info['version']),
    rows,
    methodCount,
    pathCount: paths.length,
    authorizers: schemes
      .filter(([, scheme]) => 'x-amazon-apigateway-authorizer' in nodeOf(scheme))
      .map(([name]) => name),
    modelCount: Object.keys(schemas).length,
    problem:
      !isVersion2 && !isVersion3 ? 'not-openapi' : problemOf(methodCount, isVersion3 || kind === 'REST'),
  };
}

function problemOf(methodCount: number, isTaken: boolean): PreviewProblem | undefined {
  if (!isTaken) return 'needs-openapi-3';
  return methodCount === 0 ? 'no-paths' : undefined;
}
