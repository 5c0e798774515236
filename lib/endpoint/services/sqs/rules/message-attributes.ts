import { createHash } from 'node:crypto';
import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import { invalidParameterValue } from '../errors.ts';
import type { MessageAttribute, MessageAttributes } from '../records.ts';

const countMax = 10;
/** Everything XML 1.0 cannot hold. */
export const unprintable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Checks attributes as SQS does and brings them into the form they are kept in; undefined when there are none. */
export function readMessageAttributes(
  given: Readonly<Record<string, MessageAttributeValue>> | undefined,
): MessageAttributes | undefined {
  const entries = Object.entries(given ?? {});
  if (entries.length === 0) return undefined;
  if (entries.length > countMax) {
    throw invalidParameterValue(
      `Number of message attributes [${entries.length}] exceeds the allowed maximum [${countMax}].`,
    );
  }
  return Object.fromEntries(entries.map(([name, value]) => [name, readAttribute(name, value)]));
}

function readAttribute(name: string, value: MessageAttributeValue): MessageAttribute {
  if (!/^[\p{L}\p{N}_.-]{1,256}$/u.test(name) || /^(aws|amazon)\./i.test(name) || /^\.|\.$|\.\./.test(name)) {
    throw invalidParameterValue(
      `The message attribute name '${name}' is invalid. Attribute name can contain A-Z, a-z, 0-9, underscore (_), hyphen (-), and period (.) characters.`,
    );
  }
  const dataType = value.DataType ?? '';
  const kind = /^(String|Number|Binary)(\..{1,250})?$/.exec(dataType)?.[1];
  if (kind === undefined) {
    throw invalidParameterValue(
      `The type of message (user) attribute '${name}' is invalid. You must use only the following supported type prefixes: Binary, Number, String.`,
    );
  }
  const isBinary = kind === 'Binary';
  const content = isBinary ? value.BinaryValue : value.StringValue;
  if (content === undefined || content.length === 0) {
    throw invalidParameterValue(
      `Message (user) attribute '${name}' must contain a non-empty value of type '${kind}'.`,
    );
  }
  if (typeof content === 'string' && unprintable.test(content)) {
    throw invalidParameterValue(
      `Invalid binary character was found in the message (user) attribute '${name}' value, the set of allowed characters is #x9 | #xA | #xD | [#x20 to #xD7FF] | [#xE000 to #xFFFD] | [#x10000 to #x10FFFF]`,
    );
  }
  if (kind === 'Number' && !Number.isFinite(Number(content))) {
    throw invalidParameterValue(`Can't cast the value of message (user) attribute '${name}' to a number.`);
  }
  return typeof content === 'string'
    ? { dataType, text: content }
    : { dataType, binary: Buffer.from(content).toString('base64') };
}

/** What SQS counts: names, types and values. */
export function attributeBytes(attributes: MessageAttributes | undefined): number {
  return Object.entries(attributes ?? {}).reduce(
    (sum, [name, { dataType, text, binary }]) =>
      sum +
      Buffer.byteLength(name) +
      Buffer.byteLength(dataType) +
      (text === undefined ? Buffer.byteLength(binary ?? '', 'base64') : Buffer.byteLength(text)),
    0,
  );
}

/** The digest SDKs compare: names in order, each part after its length, strings marked 1 and binaries 2. */
export function attributesMd5(attributes: MessageAttributes | undefined): string | undefined {
  if (!attributes) return undefined;
  const hash = createHash('md5');
  const part = (bytes: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(bytes.length);
    hash.update(size).update(bytes);
  };
  for (const name of Object.keys(attributes).sort()) {
    const attribute = attributes[name];
    if (!attribute) continue;
    part(Buffer.from(name));
    part(Buffer.from(attribute.dataType));
    hash.update(Buffer.from([attribute.text === undefined ? 2 : 1]));
    part(
      attribute.text === undefined
        ? Buffer.from(attribute.binary ?? '', 'base64')
        : Buffer.from(attribute.text),
    );
  }
  return hash.digest('hex');
}

export function bodyMd5(body: string): string {
  return createHash('md5').update(body).digest('hex');
}

/** Those whose names a receive asks for: `All`, `.*`, a name, or `prefix.*`. */
export function selectAttributes(
  attributes: MessageAttributes | undefined,
  names: readonly string[],
): MessageAttributes | undefined {
  if (!attributes || names.length === 0) return undefined;
  if (names.includes('All') || names.includes('.*')) return attributes;
  const prefixes = names.filter((name) => name.endsWith('.*')).map((name) => name.slice(0, -2));
  const chosen = Object.entries(attributes).filter(
    ([name]) => names.includes(name) || prefixes.some((prefix) => name.startsWith(prefix)),
  );
  return chosen.length === 0 ? undefined : Object.fromEntries(chosen);
}

export function toAttributeValue({ dataType, text, binary }: MessageAttribute): MessageAttributeValue {
  return text === undefined
    ? { DataType: dataType, BinaryValue: Buffer.from(binary ?? '', 'base64') }
    : { DataType: dataType, StringValue: text };
}
