import { createHmac, timingSafeEqual } from 'node:crypto';

const secret = process.env.SIGNING_SECRET ?? '';
const toleranceSeconds = Number(process.env.TOLERANCE_SECONDS ?? '300');

/**
 * Accepts a signed webhook. The sender signs "<timestamp>.<body>" with a shared secret; a wrong signature is answered
 * with 401 and an old one with 400, so that a recorded call cannot be played again.
 *
 * Try: {"headers": {"x-timestamp": "1700000000", "x-signature": "00"}, "body": "{\"event\":\"paid\"}"}
 */
export const handler = async ({ headers = {}, body = '' }) => {
  const timestamp = headers['x-timestamp'] ?? '';
  if (!isGenuine(`${timestamp}.${body}`, headers['x-signature'] ?? '')) {
    console.warn('signature refused');
    return answer(401, { message: 'The signature does not match' });
  }
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > toleranceSeconds) {
    return answer(400, { message: `The message is older than ${toleranceSeconds} seconds` });
  }
  const { event } = JSON.parse(body);
  console.info('accepted', event);
  return answer(202, { accepted: event });
};

function isGenuine(text, signature) {
  const expected = createHmac('sha256', secret).update(text).digest();
  const given = Buffer.from(signature, 'hex');
  // Comparing in constant time: how long it takes must not tell how many bytes were right.
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function answer(statusCode, document) {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(document) };
}
