import { xmlNamespaceOf, type Member, type Shape, type Traits } from './aws-schema.ts';
import { describe, parseScalar, printScalar } from './scalars.ts';
import { serializationError, typeMismatch } from './serialization-error.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#xD;',
};

export function escapeXml(text: string): string {
  return text.replace(/[&<>"'\r]/g, (character) => ESCAPES[character] ?? character);
}

export function xmlElement(name: string, content: string, attributes = ''): string {
  return `<${name}${attributes}>${content}</${name}>`;
}

function namespaceAttribute(traits: Traits): string {
  const namespace = xmlNamespaceOf(traits);
  if (!namespace) return '';
  const name = namespace.prefix ? `xmlns:${namespace.prefix}` : 'xmlns';
  return ` ${name}="${escapeXml(namespace.uri)}"`;
}

function elementName(element: Member, fallback: string): string {
  const { xmlName } = element.traits;
  return typeof xmlName === 'string' ? xmlName : fallback;
}

/** The members of a structure as elements; attributes of its own tag apart. */
export function writeXmlMembers(
  shape: Shape,
  value: unknown,
  includes: (member: Member) => boolean = () => true,
): { readonly attributes: string; readonly content: string } {
  if (typeof value !== 'object' || value === null)
    throw new TypeError(`An answer holds ${describe(value)} where the schema has ${shape.name}.`);
  let attributes = '';
  let content = '';
  for (const member of shape.members) {
    const found = (value as Readonly<Record<string, unknown>>)[member.name];
    if (found === undefined || found === null || !includes(member)) continue;
    if (member.traits.xmlAttribute)
      attributes += ` ${member.xmlName}="${escapeXml(printScalar(member.shape, found, 'date-time'))}"`;
    else content += writeMember(member, found, member.xmlName);
  }
  return { attributes, content };
}

/** One member as an element, or as several when it is a flattened collection. */
function writeMember(member: Member, value: unknown, name: string): string {
  const { shape } = member;
  const namespace = namespaceAttribute(member.traits);
  if (shape.kind === 'list') {
    if (!Array.isArray(value))
      throw new TypeError(`An answer holds ${describe(value)} where the schema has a list.`);
    const itemName = member.isFlattened ? name : elementName(shape.element, 'member');
    const items = value.map((item: unknown) => writeMember(shape.element, item, itemName)).join('');
    return member.isFlattened ? items : xmlElement(name, items, namespace);
  }
  if (shape.kind === 'map') {
    const entryName = member.isFlattened ? name : 'entry';
    const entries = Object.entries(value as object)
      .filter(([, item]) => item !== undefined && item !== null)
      .map(([key, item]) =>
        xmlElement(
          entryName,
          xmlElement(elementName(shape.key, 'key'), escapeXml(key)) +
            writeMember(shape.element, item, elementName(shape.element, 'value')),
        ),
      )
      .join('');
    return member.isFlattened ? entries : xmlElement(name, entries, namespace);
  }
  if (shape.kind === 'structure' || shape.kind === 'union') {
    const { attributes, content } = writeXmlMembers(shape, value);
    return xmlElement(name, content, namespace + attributes);
  }
  return xmlElement(name, escapeXml(printScalar(shape, value, 'date-time')), namespace);
}

/** Reads a parsed element: text for leaves, an object by tag name otherwise, an array where a tag repeats. */
export function readXml(member: Member, value: unknown, path: string[]): unknown {
  const { shape } = member;
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return readXmlMembers(shape, value, path);
    case 'list': {
      const items = member.isFlattened ? value : child(value, elementName(shape.element, 'member'), path);
      return asList(items).map((item) => readXml(shape.element, item, path));
    }
    case 'map':
      return readXmlMap(member, value, path);
    case 'unit':
      return {};
    case 'document':
      throw serializationError(`A document has no form in XML (at '${path.join('.')}').`);
    default:
      return parseScalar(shape, textOf(value, path), path);
  }
}

export function readXmlMembers(shape: Shape, value: unknown, path: string[]): unknown {
  const result: Record<string, unknown> = {};
  for (const member of shape.members) {
    const found = child(value, member.xmlName, path);
    if (found === undefined) continue;
    path.push(member.name);
    result[member.name] = readXml(member, found, path);
    path.pop();
  }
  return result;
}

function readXmlMap(member: Member, value: unknown, path: string[]): unknown {
  const { key, element } = member.shape;
  const result = Object.create(null) as Record<string, unknown>;
  for (const entry of asList(member.isFlattened ? value : child(value, 'entry', path))) {
    const name = textOf(child(entry, elementName(key, 'key'), path), path);
    result[name] = readXml(element, child(entry, elementName(element, 'value'), path), path);
  }
  return result;
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function child(value: unknown, name: string, path: readonly string[]): unknown {
  if (typeof value === 'string' && value.trim() === '') return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw typeMismatch(describe(value), 'a structure', path);
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** An element with attributes and text is parsed to an object whose text is under `#text`. */
function textOf(value: unknown, path: readonly string[]): string {
  if (typeof value === 'string') return value;
  const text =
    typeof value === 'object' && value !== null ? (value as { '#text'?: unknown })['#text'] : undefined;
  if (typeof text === 'string') return text;
  throw typeMismatch(describe(value), 'a String', path);
}
