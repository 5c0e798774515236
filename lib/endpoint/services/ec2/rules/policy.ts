import { ServiceError } from '../../../errors.ts';

const bytesMax = 20_480;

/** What AWS gives to an endpoint without a policy of its own. */
const fullAccess = JSON.stringify({
  Statement: [{ Action: '*', Effect: 'Allow', Principal: '*', Resource: '*' }],
});

/** The document of an endpoint's policy, as it was sent. What it means is the data plane's affair. */
export function readPolicy(text: string | undefined): string {
  if (!text) return fullAccess;
  if (Buffer.byteLength(text) > bytesMax) throw invalidPolicy();
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document === 'object' && document !== null && 'Statement' in document) return text;
  } catch {
    // Told below, like a document of another shape.
  }
  throw invalidPolicy();
}

function invalidPolicy(): ServiceError {
  return new ServiceError('InvalidPolicyDocument', 400, 'The Policy provided is not valid.');
}
