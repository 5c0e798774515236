import {
  invalidParameterValue,
  invalidRequestContent,
  requestEntityTooLarge,
  validationException,
} from '../errors.ts';
import { payloadFault } from './payload-fault.ts';
import { clientContextMax, syncPayloadBytesMax } from './limits.ts';

const prefix = 'Could not parse request body into json: Could not parse payload into json: ';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The event as the function gets it: nothing at all is `{}`, anything else must be JSON [rec]. */
export function readPayload(payload: Uint8Array | undefined): Uint8Array {
  if (!payload || payload.length === 0) return Buffer.from('{}');
  if (payload.length > syncPayloadBytesMax) {
    throw requestEntityTooLarge(
      `Request must be smaller than ${syncPayloadBytesMax} bytes for the InvokeFunction operation`,
    );
  }
  try {
    JSON.parse(utf8.decode(payload));
  } catch (error) {
    throw invalidRequestContent(
      prefix + (payloadFault(payload) ?? (error instanceof Error ? error.message : String(error))),
    );
  }
  return payload;
}

/** The client context as JSON text; the wire carries it in base64. */
export function readClientContext(encoded: string | undefined): string | undefined {
  if (encoded === undefined) return undefined;
  if (encoded.length > clientContextMax) {
    throw validationException(
      `1 validation error detected: Value '${encoded}' at 'clientContext' failed to satisfy constraint: Member must have length less than or equal to ${clientContextMax}`,
    );
  }
  const text = Buffer.from(encoded, 'base64').toString();
  try {
    JSON.parse(text);
  } catch {
    throw invalidParameterValue('Client context must be a valid Base64-encoded JSON object.');
  }
  return text;
}
