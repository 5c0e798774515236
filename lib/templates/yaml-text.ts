import { Document, Scalar } from 'yaml';
import { Reference, type Cloud } from './cloud-values.ts';

/** Texts with a meaning of their own in YAML 1.1 that the writer leaves bare. */
const reservedIn11 = /^(=|<<)$/;

function node(value: Cloud): unknown {
  if (value instanceof Reference) {
    const scalar = new Scalar(
      value.attribute === undefined ? value.target : `${value.target}.${value.attribute}`,
    );
    scalar.tag = value.attribute === undefined ? '!Ref' : '!GetAtt';
    return scalar;
  }
  if (Array.isArray(value)) return value.map(node);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, node(member)]));
  }
  if (typeof value === 'string' && reservedIn11.test(value)) {
    const scalar = new Scalar(value);
    scalar.type = Scalar.QUOTE_SINGLE;
    return scalar;
  }
  return value;
}

/**
 * A template as YAML with CloudFormation's short forms. Written by the rules of YAML 1.1, which CloudFormation reads:
 * `on`, `012` and `1:30` get quotes there, and would not in 1.2.
 */
export function yamlText(template: Readonly<Record<string, Cloud>>): string {
  const document = new Document(node(template), { version: '1.1', aliasDuplicateObjects: false });
  return document.toString({ lineWidth: 0, singleQuote: true });
}
