import type { MessageAttributeValue } from '@aws-sdk/client-sns';
import type { MessageAttribute, MessageAttributes } from '../../sqs/index.ts';
import { invalidParameterValue } from '../errors.ts';

/** Checks attributes as SNS does and brings them into the form they are kept in. */
export function readMessageAttributes(
  given: Readonly<Record<string, MessageAttributeValue>> | undefined,
): MessageAttributes {
  return Object.fromEntries(
    Object.entries(given ?? {}).map(([name, value]) => [name, readAttribute(name, value)]),
  );
}

function readAttribute(name: string, value: MessageAttributeValue): MessageAttribute {
  const problem = nameProblem(name);
  if (problem !== undefined) throw invalidParameterValue(problem);
  const dataType = value.DataType ?? '';
  const kind = /^(String|Number|Binary)(\..{1,250})?$/.exec(dataType)?.[1];
  if (kind === undefined) {
    throw invalidParameterValue(
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  }
  const isBinary = kind === 'Binary';
  const content = isBinary ? value.BinaryValue : value.StringValue;
  if (content === undefined && (isBinary ? value.StringValue : value.BinaryValue) !== undefined) {
    throw invalidParameterValue(
      `The message attribute '${name}' with type '${dataType}' must use field '${isBinary ? 'Binary' : 'String'}'.`,
    );
  }
  if (content === undefined || content.length === 0) {
    throw invalidParameterValue(
      `The message attribute '${name}' must contain non-empty message attribute value for message attribute type '${dataType}'.`,
    );
  }
  if (kind === 'Number' && !Number.isFinite(Number(content))) {
    throw invalidParameterValue(`Could not cast message attribute '${name}' value to number.`);
  }
  return typeof content === 'string'
    ? { dataType, text: content }
    : { dataType, binary: Buffer.from(content).toString('base64') };
}

const nameBytesMax = 256;

function nameProblem(name: string): string | undefined {
  if (Buffer.byteLength(name) > nameBytesMax)
    return `Length of message attribute name must be less than ${nameBytesMax} bytes.`;
  const [stranger] = /[^A-Za-z0-9_.-]/u.exec(name) ?? [];
  if (stranger !== undefined) {
    const code = (stranger.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `Invalid non-alphanumeric character '#x${code}' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.`;
  }
  if (name.startsWith('.')) return "Invalid message attribute name starting with character '.' was found.";
  if (name.endsWith('.')) return "Invalid message attribute name ending with character '.' was found.";
  if (name.includes('..')) return "Message attribute name can not have successive '.' character.";
  return name === '' || /^(aws|amazon)\./i.test(name) ? `Invalid message attribute name: ${name}` : undefined;
}
