import type { StoredIntegration } from '../../services/apigatewayv2/index.ts';
import type { ServiceDoor } from '../integrations/aws-service.ts';
import type { IntegrationResult } from '../integrations/integration.ts';
import { mappedValue } from './map-parameters.ts';
import type { HttpApiCall } from './open-call.ts';

/** How a first-class integration asks its service. */
interface Subtype {
  readonly service: string;
  readonly target: string;
  readonly contentType: string;
  readonly toInput: (parameters: ReadonlyMap<string, unknown>) => object;
}

const numbers = new Set(['DelaySeconds', 'MaxNumberOfMessages', 'VisibilityTimeout', 'WaitTimeSeconds']);
/** Given as JSON. */
const documents = new Set([
  'AttributeNames',
  'MessageAttributeNames',
  'MessageAttributes',
  'MessageSystemAttributes',
  'Resources',
]);

const sqs = (operation: string): Subtype => ({
  service: 'sqs',
  target: `AmazonSQS.${operation}`,
  contentType: 'application/x-amz-json-1.0',
  toInput: (parameters) => Object.fromEntries(parameters),
});

const subtypes: Readonly<Record<string, Subtype>> = {
  'EventBridge-PutEvents': {
    service: 'events',
    target: 'AWSEvents.PutEvents',
    contentType: 'application/x-amz-json-1.1',
    toInput(parameters) {
      const { Time, ...entry } = Object.fromEntries(parameters);
      const seconds = typeof Time === 'string' ? Date.parse(Time) / 1000 : Number.NaN;
      return { Entries: [{ ...entry, ...(Number.isFinite(seconds) && { Time: seconds }) }] };
    },
  },
  'SQS-SendMessage': sqs('SendMessage'),
  'SQS-ReceiveMessage': sqs('ReceiveMessage'),
  'SQS-DeleteMessage': sqs('DeleteMessage'),
  'SQS-PurgeQueue': sqs('PurgeQueue'),
};

/** Asks the service of a first-class integration, with the parameters that the integration maps. */
export async function callService(
  services: ServiceDoor,
  integration: StoredIntegration,
  call: HttpApiCall,
): Promise<IntegrationResult> {
  const subtype = subtypes[integration.IntegrationSubtype ?? ''];
  if (!subtype) return { kind: 'failed', reason: `${integration.IntegrationSubtype} is not served` };
  const parameters = new Map<string, unknown>();
  for (const [name, source] of Object.entries(integration.RequestParameters ?? {})) {
    const text = mappedValue(call, source);
    // What is not there is left out, and a service that needs it says so.
    if (text !== undefined && text !== '') parameters.set(name, valueOf(name, text));
  }
  const region = parameters.get('Region');
  parameters.delete('Region');
  const result = await services({
    service: subtype.service,
    region: typeof region === 'string' ? region : call.api.region,
    accountId: call.api.accountId,
    method: 'POST',
    path: '/',
    action: undefined,
    query: '',
    headers: { 'x-amz-target': subtype.target, 'content-type': subtype.contentType },
    body: Buffer.from(JSON.stringify(subtype.toInput(parameters))),
    timeoutMs: integration.TimeoutInMillis,
  });
  if (result.kind !== 'answered') return result;
  const { status, body } = result.answer;
  const headers = { 'content-type': subtype.contentType };
  return { kind: 'answered', answer: { status, headers, cookies: [], body } };
}

/** Text stays text where JSON does not read it: the service refuses it in its own words. */
function valueOf(name: string, text: string): unknown {
  if (numbers.has(name) && /^-?\d+$/.test(text)) return Number(text);
  if (!documents.has(name)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
