import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { DescribeLogGroupsCommand, CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { CreateRoleCommand, GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  GetFunctionCommand,
  LambdaClient,
  ListFunctionsCommand,
  PublishVersionCommand,
} from '@aws-sdk/client-lambda';
import { DeleteObjectCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendChangesOnce } from '@/lib/aws/changes-once';

let fault: 'reset' | number = 'reset';
let requests = 0;
const server = http.createServer((request, response) => {
  requests += 1;
  request.resume();
  request.on('end', () => {
    if (fault === 'reset') return request.socket.destroy();
    response.writeHead(fault, { 'content-type': 'application/json' });
    return response.end('{"message":"Trouble"}');
  });
});
let endpoint = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  requests = 0;
});

const settings = () => ({
  region: 'us-east-1',
  endpoint,
  maxAttempts: 3,
  retryMode: 'standard',
  credentials: { accessKeyId: 'k', secretAccessKey: 's' },
});
const lambda = () => sendChangesOnce(new LambdaClient(settings()));
const iam = () => sendChangesOnce(new IAMClient(settings()));
const s3 = () => sendChangesOnce(new S3Client({ ...settings(), forcePathStyle: true }));
const logs = () => sendChangesOnce(new CloudWatchLogsClient(settings()));

const changes: [string, () => Promise<unknown>][] = [
  ['PublishVersion', () => lambda().send(new PublishVersionCommand({ FunctionName: 'f' }))],
  ['CreateRole', () => iam().send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: '{}' }))],
  ['DeleteObject', () => s3().send(new DeleteObjectCommand({ Bucket: 'b', Key: 'k' }))],
];
const reads: [string, () => Promise<unknown>][] = [
  ['ListFunctions', () => lambda().send(new ListFunctionsCommand({}))],
  ['GetFunction', () => lambda().send(new GetFunctionCommand({ FunctionName: 'f' }))],
  ['GetRole', () => iam().send(new GetRoleCommand({ RoleName: 'r' }))],
  ['HeadBucket', () => s3().send(new HeadBucketCommand({ Bucket: 'b' }))],
  ['DescribeLogGroups', () => logs().send(new DescribeLogGroupsCommand({}))],
];

describe.each(['reset', 500, 503, 429] as const)('answered with %s', (how) => {
  beforeEach(() => {
    fault = how;
  });
  it.each(changes)('%s is sent once', async (_name, send) => {
    await expect(send()).rejects.toBeInstanceOf(Error);
    expect(requests).toBe(1);
  });
  it.each(reads)('%s is sent three times', async (_name, send) => {
    await expect(send()).rejects.toBeInstanceOf(Error);
    expect(requests).toBe(3);
  });
});
