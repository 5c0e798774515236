import { describe, expect, it } from 'vitest';
import { createFunctionSchema, createFunctionToInput } from './create-function';
import { environmentToInput } from './environment';
import { generalFromOutput, generalSchema, generalToInput } from './general';
import { tagDifference } from './tags';

const place = { connectionId: 'local', region: 'us-east-1' };

describe('general configuration', () => {
  it("reads AWS's defaults where the answer leaves a member out", () => {
    expect(generalFromOutput({})).toEqual({
      description: '',
      memoryMb: 128,
      ephemeralStorageMb: 512,
      snapStart: 'None',
      timeoutSeconds: 3,
      role: '',
    });
  });
  it('sends only what changed, with the revision', () => {
    expect(generalToInput('orders', { timeoutSeconds: 15 }, 'r1')).toEqual({
      FunctionName: 'orders',
      RevisionId: 'r1',
      Timeout: 15,
    });
  });
  it('clears a description with an empty text', () => {
    expect(generalToInput('orders', { description: '' })).toEqual({
      FunctionName: 'orders',
      Description: '',
    });
  });
  it('refuses a name that is no function name', () => {
    expect(generalSchema.safeParse({ place, functionName: '../x', changes: {} }).success).toBe(false);
  });
});

describe('environment variables', () => {
  it('fills values nobody revealed from what AWS holds, also after a rename', () => {
    const rows = [
      { key: 'STAGE', value: 'test' },
      { key: 'API_TOKEN', keep: true as const, previousKey: 'TOKEN' },
    ];
    expect(environmentToInput('orders', rows, { TOKEN: 's3cret', OLD: 'x' }, 'r1')).toEqual({
      FunctionName: 'orders',
      RevisionId: 'r1',
      Environment: { Variables: { STAGE: 'test', API_TOKEN: 's3cret' } },
    });
  });
  it('clears with an empty map', () => {
    expect(environmentToInput('orders', [], { A1: 'x' }).Environment).toEqual({ Variables: {} });
  });
});

it('changes tags by difference', () => {
  expect(tagDifference({ env: 'test', team: 'a', old: '1' }, { env: 'prod', team: 'a', new: '2' })).toEqual({
    set: { env: 'prod', new: '2' },
    remove: ['old'],
  });
});

describe('create function', () => {
  it('leaves out what was not filled in', () => {
    const values = createFunctionSchema.parse({
      place,
      functionName: 'hello',
      runtime: 'nodejs24.x',
      architecture: 'arm64',
      sampleId: 'hello-node',
      role: { mode: 'new' },
    });
    const zip = new Uint8Array([1]);
    expect(createFunctionToInput(values, 'arn:aws:iam::1:role/r', 'index.handler', zip)).toEqual({
      FunctionName: 'hello',
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Role: 'arn:aws:iam::1:role/r',
      Handler: 'index.handler',
      PackageType: 'Zip',
      Code: { ZipFile: zip },
    });
  });
});
