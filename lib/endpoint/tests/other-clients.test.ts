import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleArn, zipOf } from './clients.ts';
import { awsCliProblem, findBoto3, runClient } from './other-clients.ts';
import { startProgram, temporaryFolder, type Program } from './program.ts';

let program: Program;
let folder: string;
let archive: string;

const source =
  'export const handler = async (event) => { console.log("called by", event.name); return { hello: event.name }; };';
const trust =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}';

beforeAll(async () => {
  program = await startProgram();
  folder = await temporaryFolder();
  archive = path.join(folder, 'code.zip');
  await writeFile(archive, await zipOf({ 'index.mjs': source }));
});

afterAll(async () => {
  await program[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** Says in one line what was not run and why, and skips. */
function skipLoudly(context: { skip: (note?: string) => void }, what: string, problem: string): void {
  console.warn(`Not run: ${what}, because ${problem}.`);
  context.skip(problem);
}

describe('the AWS CLI', () => {
  async function aws(...args: string[]): Promise<string> {
    const outcome = await runClient('aws', [
      '--endpoint-url',
      program.ready.url,
      '--output',
      'json',
      ...args,
    ]);
    if (outcome.kind !== 'done') throw new Error(outcome.errors.trim());
    return outcome.output;
  }

  it(
    'creates, updates, invokes and deletes a function, and reads its log',
    { timeout: 120_000 },
    async (context) => {
      const problem = await awsCliProblem();
      if (problem) return skipLoudly(context, 'the AWS CLI', problem);
      const role = JSON.parse(
        await aws('iam', 'create-role', '--role-name', 'cli', '--assume-role-policy-document', trust),
      ) as { Role: { Arn: string; AssumeRolePolicyDocument: unknown } };
      expect(role.Role.AssumeRolePolicyDocument).toEqual(JSON.parse(trust));
      const named = ['--function-name', 'from-cli'];
      await aws(
        'lambda',
        'create-function',
        ...named,
        '--runtime',
        'nodejs22.x',
        '--handler',
        'index.handler',
        '--role',
        role.Role.Arn,
        '--zip-file',
        `fileb://${archive}`,
      );
      await aws('lambda', 'wait', 'function-active-v2', ...named);
      await aws('lambda', 'update-function-configuration', ...named, '--timeout', '9');
      await aws('lambda', 'wait', 'function-updated-v2', ...named);
      await aws('lambda', 'update-function-code', ...named, '--zip-file', `fileb://${archive}`);
      await aws('lambda', 'wait', 'function-updated-v2', ...named);
      const payload = path.join(folder, 'event.json');
      const answer = path.join(folder, 'answer.json');
      await writeFile(payload, '{"name": "cli"}');
      await aws('lambda', 'invoke', ...named, '--payload', `fileb://${payload}`, answer);
      expect(JSON.parse(await readFile(answer, 'utf8'))).toEqual({ hello: 'cli' });
      expect(JSON.parse(await aws('lambda', 'get-function-configuration', ...named))).toMatchObject({
        Timeout: 9,
      });
      const log = await aws(
        'logs',
        'filter-log-events',
        '--log-group-name',
        '/aws/lambda/from-cli',
        '--filter-pattern',
        '"called by"',
      );
      expect(JSON.parse(log)).toMatchObject({
        events: [{ message: expect.stringContaining('called by cli') }],
      });
      await aws('lambda', 'delete-function', ...named);
      await expect(aws('lambda', 'get-function', ...named)).rejects.toThrow(/\(ResourceNotFoundException\)/);
      await expect(aws('iam', 'get-role', '--role-name', 'nobody')).rejects.toThrow(/\(NoSuchEntity\)/);
      await expect(
        aws(
          'lambda',
          'create-function',
          ...named,
          '--role',
          roleArn,
          '--runtime',
          'cobol',
          '--handler',
          'x.y',
          '--zip-file',
          `fileb://${archive}`,
        ),
      ).rejects.toThrow(/InvalidParameterValueException/);
      expect(JSON.parse(await aws('sts', 'get-caller-identity'))).toMatchObject({ Account: '000000000000' });
    },
  );
});

const script = `
import http.client, json, sys, boto3
from urllib.parse import urlsplit
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.exceptions import ClientError
url, archive, role = sys.argv[1:4]
client = boto3.client('lambda', endpoint_url=url)
code = open(archive, 'rb').read()
name = 'from-boto3'
client.create_function(FunctionName=name, Runtime='nodejs22.x', Handler='index.handler', Role=role, Code={'ZipFile': code})
client.get_waiter('function_active_v2').wait(FunctionName=name, WaiterConfig={'Delay': 1})
client.update_function_configuration(FunctionName=name, MemorySize=256)
client.get_waiter('function_updated_v2').wait(FunctionName=name, WaiterConfig={'Delay': 1})
client.update_function_code(FunctionName=name, ZipFile=code)
client.get_waiter('function_updated_v2').wait(FunctionName=name, WaiterConfig={'Delay': 1})
answer = client.invoke(FunctionName=name, Payload=b'{"name": "boto3"}', LogType='Tail')
names = [fn['FunctionName'] for page in client.get_paginator('list_functions').paginate() for fn in page['Functions']]
memory = client.get_function(FunctionName=name)['Configuration']['MemorySize']
events = boto3.client('logs', endpoint_url=url).filter_log_events(logGroupName='/aws/lambda/' + name)['events']
client.publish_version(FunctionName=name, Description='first')
alias = client.create_alias(FunctionName=name, Name='live', FunctionVersion='1')
live = client.invoke(FunctionName=name, Qualifier='live', Payload=b'{"name": "alias"}')
layer = client.publish_layer_version(LayerName='tools', Content={'ZipFile': code}, CompatibleRuntimes=['nodejs22.x'])
by_arn = client.get_layer_version_by_arn(Arn=layer['LayerVersionArn'])
client.add_layer_version_permission(LayerName='tools', VersionNumber=1, StatementId='all', Action='lambda:GetLayerVersion', Principal='*')
client.add_permission(FunctionName=name, StatementId='s3', Action='lambda:InvokeFunction', Principal='s3.amazonaws.com', Qualifier='live')
policy = json.loads(client.get_policy(FunctionName=name, Qualifier='live')['Policy'])
client.create_function_url_config(FunctionName=name, AuthType='AWS_IAM', Cors={'AllowOrigins': ['*']})
function_url = urlsplit(client.get_function_url_config(FunctionName=name)['FunctionUrl'])
signed = AWSRequest(method='POST', url=function_url.geturl(), data='{"a": 1}', headers={'content-type': 'application/json'})
SigV4Auth(boto3.Session().get_credentials(), 'lambda', 'us-east-1').add_auth(signed)
connection = http.client.HTTPConnection('127.0.0.1', function_url.port)
connection.request('POST', '/', '{"a": 1}', {**dict(signed.headers.items()), 'Host': function_url.netloc})
over_url = connection.getresponse().read().decode()
client.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
try:
    client.invoke(FunctionName=name)
    throttled = None
except client.exceptions.TooManyRequestsException as caught:
    throttled = caught.response['Reason']
more = {'executed': live['ExecutedVersion'], 'alias': alias['FunctionVersion'], 'layer': by_arn['Version'], 'resource': policy['Statement'][0]['Resource'], 'throttled': throttled, 'over_url': over_url, 'unreserved': client.get_account_settings()['AccountLimit']['UnreservedConcurrentExecutions']}
client.delete_function(FunctionName=name)
try:
    client.get_function(FunctionName=name)
    error = None
except client.exceptions.ResourceNotFoundException as caught:
    error = caught.response['Error']
print(json.dumps({'status': answer['StatusCode'], 'payload': json.load(answer['Payload']), 'listed': name in names, 'memory': memory, 'events': len(events), 'error': error, 'more': more}))
`;

describe('boto3', () => {
  it(
    'creates, updates, invokes and deletes a function, and reads its log',
    { timeout: 300_000 },
    async (context) => {
      const found = await findBoto3();
      if ('problem' in found) return skipLoudly(context, 'boto3', found.problem);
      const outcome = await runClient(found.python, ['-c', script, program.ready.url, archive, roleArn]);
      expect(outcome.errors).toBe('');
      const result = JSON.parse(outcome.output) as { events: number };
      expect(result).toMatchObject({
        status: 200,
        payload: { hello: 'boto3' },
        listed: true,
        memory: 256,
        more: {
          executed: '1',
          alias: '1',
          layer: 1,
          resource: expect.stringMatching(/:function:from-boto3:live$/),
          throttled: 'ReservedFunctionConcurrentInvocationLimitExceeded',
          unreserved: 1000,
          over_url: '{}',
        },
        error: { Code: 'ResourceNotFoundException', Message: expect.stringContaining('Function not found') },
      });
      expect(result.events).toBeGreaterThanOrEqual(4);
    },
  );
});
