import type { Member, Shape } from './aws-schema.ts';
import { parseScalar } from './scalars.ts';
import { serializationError } from './serialization-error.ts';

/** Parameters of a query or form body, in order; `+` is a space. Throws a SerializationException on a bad escape. */
export type Parameters = readonly (readonly [name: string, value: string])[];

const PARAMETERS_MAX = 10_000;
const DEPTH_MAX = 32;

function unescape(text: string): string {
  const plain = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!plain.includes('%')) return plain;
  try {
    return decodeURIComponent(plain);
  } catch {
    throw serializationError('A parameter is not valid percent-encoded UTF-8.');
  }
}

export function parseParameters(text: string): Parameters {
  if (text === '') return [];
  const parts = text.split('&');
  if (parts.length > PARAMETERS_MAX)
    throw serializationError(`The request has more than ${PARAMETERS_MAX} parameters.`);
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0
        ? ([unescape(part), ''] as const)
        : ([unescape(part.slice(0, at)), unescape(part.slice(at + 1))] as const);
    });
}

/** SQS's own: a request to the URL of a queue is for that queue unless it names another. */
export function withQueueOfPath(parameters: Parameters, path: string): Parameters {
  const isNamed = parameters.some(([name]) => name === 'QueueUrl');
  return isNamed || !/^\/\d{12}\/[^/]+$/.test(path) ? parameters : [...parameters, ['QueueUrl', path]];
}

/** `Tags.member.1.Key=a` as a tree. Maps, not objects: no parameter name can reach a prototype. */
interface FormNode {
  value: string | undefined;
  readonly children: Map<string, FormNode>;
}

function buildTree(parameters: Parameters): FormNode {
  const root: FormNode = { value: undefined, children: new Map() };
  for (const [name, value] of parameters) {
    const segments = name.split('.');
    if (segments.length > DEPTH_MAX)
      throw serializationError(
        `The parameter '${segments[0] ?? ''}…' is nested deeper than ${DEPTH_MAX} levels.`,
      );
    let node = root;
    for (const segment of segments) {
      let child = node.children.get(segment);
      if (!child) {
        child = { value: undefined, children: new Map() };
        node.children.set(segment, child);
      }
      node = child;
    }
    node.value = value;
  }
  return root;
}

export type FormDialect = 'awsQuery' | 'ec2Query';

function nameIn(dialect: FormDialect, member: Member): string {
  if (dialect === 'awsQuery') return member.xmlName;
  const { ec2QueryName } = member.traits;
  if (typeof ec2QueryName === 'string') return ec2QueryName;
  return member.xmlName.charAt(0).toUpperCase() + member.xmlName.slice(1);
}

/** Reads an operation's input from its parameters. Throws a SerializationException that names the path. */
export function readForm(shape: Shape, parameters: Parameters, dialect: FormDialect): unknown {
  return shape.kind === 'unit' ? {} : readStructure(shape, buildTree(parameters), dialect, []);
}

function readNode(member: Member, node: FormNode, dialect: FormDialect, path: string[]): unknown {
  const { shape } = member;
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return readStructure(shape, node, dialect, path);
    case 'list':
      return readList(member, node, dialect, path);
    case 'map':
      return readMap(member, node, dialect, path);
    case 'unit':
      return {};
    default:
      if (node.value === undefined)
        throw serializationError(`The parameter '${path.join('.')}' must have a value of its own.`);
      return parseScalar(shape, node.value, path);
  }
}

function readStructure(shape: Shape, node: FormNode, dialect: FormDialect, path: string[]): unknown {
  const result: Record<string, unknown> = {};
  for (const member of shape.members) {
    const child = node.children.get(nameIn(dialect, member));
    if (!child) continue;
    path.push(member.name);
    result[member.name] = readNode(member, child, dialect, path);
    path.pop();
  }
  return result;
}

/** Children with whole numbers from 1 as names, in their order; gaps are closed, as AWS does. */
function numbered(node: FormNode, path: readonly string[]): FormNode[] {
  const entries: [index: number, node: FormNode][] = [];
  for (const [name, child] of node.children) {
    if (!/^[1-9]\d{0,5}$/.test(name))
      throw serializationError(`'${name}' is no valid list position at '${path.join('.')}'.`);
    entries.push([Number(name), child]);
  }
  return entries.sort(([a], [b]) => a - b).map(([, child]) => child);
}

function readList(member: Member, node: FormNode, dialect: FormDialect, path: string[]): unknown {
  const { element } = member.shape;
  const isFlat = dialect === 'ec2Query' || member.isFlattened;
  const holder = isFlat ? node : node.children.get(elementName(element, 'member'));
  if (!holder) return [];
  return numbered(holder, path).map((child, index) => {
    path.push(String(index + 1));
    const value = readNode(element, child, dialect, path);
    path.pop();
    return value;
  });
}

function elementName(element: Member, fallback: string): string {
  const { xmlName } = element.traits;
  return typeof xmlName === 'string' ? xmlName : fallback;
}

function readMap(member: Member, node: FormNode, dialect: FormDialect, path: string[]): unknown {
  const { key, element } = member.shape;
  const holder = member.isFlattened ? node : node.children.get('entry');
  const result = Object.create(null) as Record<string, unknown>;
  if (!holder) return result;
  for (const entry of numbered(holder, path)) {
    const name = entry.children.get(elementName(key, 'key'))?.value;
    const value = entry.children.get(elementName(element, 'value'));
    if (name === undefined || !value)
      throw serializationError(`An entry at '${path.join('.')}' lacks its key or its value.`);
    path.push(name);
    result[name] = readNode(element, value, dialect, path);
    path.pop();
  }
  return result;
}
