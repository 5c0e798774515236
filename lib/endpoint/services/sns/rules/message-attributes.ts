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
  if (!/^[A-Za-z0-9_.-]{1,256}$/.test(name) || /^(aws|amazon)\./i.test(name) || /^\.|\.$|\.\./.test(name)) {
    throw invalidParameterValue(`Invalid message attribute name: ${name}`);
  }
  const dataType = value.DataType ?? '';
  const kind = /^(String|Number|Binary)(\..{1,250})?$/.exec(dataType)?.[1];
  if (kind === undefined) {
    throw invalidParameterValue(
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  }
  const content = kind === 'Binary' ? value.BinaryValue : value.StringValue;
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
