import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { IAMClient } from '@aws-sdk/client-iam';
import {
  CreateFunctionCommand,
  InvokeCommand,
  LambdaClient,
  waitUntilFunctionActiveV2,
  type CreateFunctionCommandInput,
} from '@aws-sdk/client-lambda';
import { STSClient } from '@aws-sdk/client-sts';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export interface Clients extends Disposable {
  readonly lambda: LambdaClient;
  readonly logs: CloudWatchLogsClient;
  readonly iam: IAMClient;
  readonly sts: STSClient;
}

export const roleArn = 'arn:aws:iam::000000000000:role/worker';

/** Real SDK clients aimed at an endpoint; nothing is retried, so that a test sees the first answer. */
export function clientsFor(
  url: string,
  credentials = { accessKeyId: 'test', secretAccessKey: 'test' },
): Clients {
  const settings = { endpoint: url, region: 'us-east-1', credentials, maxAttempts: 1 };
  const clients = {
    lambda: new LambdaClient(settings),
    // `stream-` before the host would make a name that does not resolve.
    logs: new CloudWatchLogsClient({ ...settings, disableHostPrefix: true }),
    iam: new IAMClient(settings),
    sts: new STSClient(settings),
  };
  return {
    ...clients,
    [Symbol.dispose]() {
      for (const client of Object.values(clients)) client.destroy();
    },
  };
}

/** A zip of files by name. */
export async function zipOf(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** Creates a Node.js function from the source of its handler module and waits until it is active. */
export async function createNodeFunction(
  { lambda }: Clients,
  name: string,
  source: string,
  more: Partial<CreateFunctionCommandInput> = {},
): Promise<void> {
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Runtime: 'nodejs22.x',
      Role: roleArn,
      Handler: 'index.handler',
      Code: { ZipFile: await zipOf({ 'index.mjs': source }) },
      ...more,
    }),
  );
  await waitUntilFunctionActiveV2(
    { client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.2 },
    { FunctionName: name },
  );
}

/** Invokes and reads the answer: the parsed payload, what kind of error it is, and the status. */
export async function invoke(
  { lambda }: Clients,
  name: string,
  event: unknown = {},
): Promise<{ status: number | undefined; functionError: string | undefined; payload: unknown }> {
  const answer = await lambda.send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }));
  return {
    status: answer.StatusCode,
    functionError: answer.FunctionError,
    payload: JSON.parse(answer.Payload?.transformToString() ?? 'null') as unknown,
  };
}
