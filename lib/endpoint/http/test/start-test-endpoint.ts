import type { Operation, Service, ServiceName } from '../../services/service.ts';
import type { SchemaLoader } from '../../wire/catalogue.ts';
import { createWire, type WireOptions } from '../../wire/wire.ts';
import { startListener, type Listener, type ListenerOptions } from '../listener.ts';

/** Schemas of services that tests speak and the product does not ship. */
export const TEST_SCHEMAS: Readonly<Partial<Record<ServiceName, SchemaLoader>>> = {
  s3: () => import('@aws-sdk/client-s3/dist-es/schemas/schemas_0.js'),
  sns: () => import('@aws-sdk/client-sns/dist-es/schemas/schemas_0.js'),
  ec2: () => import('@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js'),
  cloudwatch: () => import('@aws-sdk/client-cloudwatch/dist-es/schemas/schemas_0.js'),
};

export interface TestEndpoint {
  readonly url: string;
  readonly port: number;
  /** What the endpoint logged as its own failures. */
  readonly failures: { readonly fields: Readonly<Record<string, unknown>>; readonly message: string }[];
  close(): Promise<void>;
}

/** Operations of one service for a test; inputs come typed by the schema. */
export function testService(
  name: ServiceName,
  operations: Readonly<Record<string, (input: never, context: never) => unknown>>,
): Service {
  return { name, operations: operations as Readonly<Record<string, Operation>> };
}

/** A listener on a free port of the loopback interface with these services behind it. */
export async function startTestEndpoint(
  services: readonly Service[],
  options: Partial<ListenerOptions> & Partial<WireOptions> = {},
): Promise<TestEndpoint> {
  const failures: TestEndpoint['failures'] = [];
  const log = {
    error(fields: Readonly<Record<string, unknown>>, message: string) {
      failures.push({ fields, message });
    },
  };
  const wire = createWire(services, { log, schemas: TEST_SCHEMAS, ...options });
  const listener: Listener = await startListener({
    port: 0,
    host: '127.0.0.1',
    wire,
    health: () => ({ status: 'ok' }),
    log,
    ...options,
  });
  return {
    url: `http://127.0.0.1:${listener.port}`,
    port: listener.port,
    failures,
    close: () => listener.close(),
  };
}

/** What every SDK client of a test is made with; a retry would hide an answer. */
export function clientOptions(endpoint: TestEndpoint) {
  return {
    endpoint: endpoint.url,
    region: 'eu-central-1',
    credentials: { accessKeyId: '123456789012', secretAccessKey: 'test' },
    maxAttempts: 1,
    disableHostPrefix: true,
  };
}
