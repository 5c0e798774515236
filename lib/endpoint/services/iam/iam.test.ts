import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTemporaryStore } from '../../store/temporary-store.ts';
import type { RequestContext, Service } from '../service.ts';
import { createIamService } from './index.ts';

const basicArn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
const statement = (extra: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...extra }] });
const trust = statement({ Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' });
const rights = statement({ Action: ['logs:PutLogEvents'], Resource: '*' });

let store: Awaited<ReturnType<typeof openTemporaryStore>>;
let iam: Service;

beforeEach(async () => {
  store = await openTemporaryStore();
  iam = createIamService({ database: store.database });
});

afterEach(async () => {
  await store[Symbol.asyncDispose]();
});

// The shapes of answers are the SDK's and are checked through the SDK in lib/endpoint/tests; here they are read loosely.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
async function call(operation: string, input: object, accountId = '000000000000'): Promise<any> {
  const context: RequestContext = {
    accountId,
    region: 'us-east-1',
    requestId: 'r-1',
    headers: {},
    baseUrl: 'http://localhost:4566',
    signal: new AbortController().signal,
  };
  const run = iam.operations[operation];
  if (!run) throw new Error(`no operation ${operation}`);
  return await run(input as never, context);
}

const code = (expected: string) => expect.objectContaining({ code: expected });
const createRole = (RoleName: string, more: object = {}) =>
  call('CreateRole', { RoleName, AssumeRolePolicyDocument: trust, ...more });

describe('roles', () => {
  it('are created, shown, changed and deleted', async () => {
    const { Role } = await createRole('worker', {
      Path: '/team/',
      Description: 'd',
      Tags: [{ Key: 'a', Value: '1' }],
    });
    expect(Role).toMatchObject({
      Arn: 'arn:aws:iam::000000000000:role/team/worker',
      RoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
      Tags: [{ Key: 'a', Value: '1' }],
    });
    // What it was given is told by GetRole alone.
    for (const member of ['Description', 'MaxSessionDuration', 'RoleLastUsed'])
      expect(Role).not.toHaveProperty(member);
    expect(decodeURIComponent(Role.AssumeRolePolicyDocument)).toBe(trust);
    expect((await call('GetRole', { RoleName: 'worker' })).Role).toMatchObject({
      RoleId: Role.RoleId,
      Description: 'd',
      MaxSessionDuration: 3600,
      RoleLastUsed: {},
    });
    const other = statement({ Principal: '*', Action: 'sts:AssumeRole' });
    await call('UpdateAssumeRolePolicy', { RoleName: 'worker', PolicyDocument: other });
    await call('TagRole', { RoleName: 'worker', Tags: [{ Key: 'A', Value: '2' }] });
    const changed = (await call('GetRole', { RoleName: 'worker' })).Role;
    expect([decodeURIComponent(changed.AssumeRolePolicyDocument), changed.Tags]).toEqual([
      other,
      [{ Key: 'A', Value: '2' }],
    ]);
    await call('UntagRole', { RoleName: 'worker', TagKeys: ['a'] });
    expect((await call('ListRoleTags', { RoleName: 'worker' })).Tags).toEqual([]);
    await call('DeleteRole', { RoleName: 'worker' });
    await expect(call('GetRole', { RoleName: 'worker' })).rejects.toEqual(code('NoSuchEntityException'));
  });

  it('belong to one account and differ in more than case', async () => {
    await createRole('worker');
    await expect(createRole('Worker')).rejects.toEqual(code('EntityAlreadyExistsException'));
    await expect(call('GetRole', { RoleName: 'worker' }, '111111111111')).rejects.toEqual(
      code('NoSuchEntityException'),
    );
  });

  it('are listed in pages', async () => {
    for (const name of ['c', 'a', 'b']) await createRole(name);
    const first = await call('ListRoles', { MaxItems: 2 });
    expect([first.Roles.map((role: { RoleName: string }) => role.RoleName), first.IsTruncated]).toEqual([
      ['a', 'b'],
      true,
    ]);
    const second = await call('ListRoles', { Marker: first.Marker });
    expect([second.Roles.length, second.IsTruncated]).toEqual([1, false]);
  });

  it.each([
    ['a bad name', { RoleName: 'a b' }, 'ValidationError'],
    ['a long name', { RoleName: 'a'.repeat(65) }, 'ValidationError'],
    ['a bad path', { Path: 'team' }, 'ValidationError'],
    ['a short session', { MaxSessionDuration: 60 }, 'ValidationError'],
    ['no JSON', { AssumeRolePolicyDocument: '{' }, 'MalformedPolicyDocumentException'],
    ['no principal', { AssumeRolePolicyDocument: rights }, 'MalformedPolicyDocumentException'],
    [
      'a foreign action',
      { AssumeRolePolicyDocument: statement({ Principal: '*', Action: 's3:GetObject' }) },
      'MalformedPolicyDocumentException',
    ],
    ['a boundary', { PermissionsBoundary: basicArn }, 'NotImplemented'],
    [
      'too large a trust policy',
      {
        AssumeRolePolicyDocument: statement({
          Principal: '*',
          Action: 'sts:AssumeRole',
          Sid: 'x'.repeat(2048),
        }),
      },
      'LimitExceededException',
    ],
  ])('refuses %s', async (_name, input, expected) => {
    await expect(createRole('ok', input)).rejects.toEqual(code(expected));
    expect((await call('ListRoles', {})).Roles).toEqual([]);
  });
});

describe('tags', () => {
  const constraint = (rest: string) => `1 validation error detected: Value at ${rest}`;
  const shape = String.raw`regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]+`;

  it.each([
    [
      'too many',
      Array.from({ length: 51 }, (_, index) => ({ Key: `k${index}`, Value: '' })),
      constraint("'tags' failed to satisfy constraint: Member must have length less than or equal to 50"),
    ],
    [
      'a long key',
      [{ Key: 'k'.repeat(129), Value: '' }],
      constraint(
        "'tags.1.member.key' failed to satisfy constraint: Member must have length less than or equal to 128",
      ),
    ],
    [
      'a long value',
      [{ Key: 'k', Value: 'v'.repeat(257) }],
      constraint(
        "'tags.1.member.value' failed to satisfy constraint: Member must have length less than or equal to 256",
      ),
    ],
    [
      'a strange key',
      [{ Key: 'k?', Value: '' }],
      constraint(`'tags.1.member.key' failed to satisfy constraint: Member must satisfy ${shape}`),
    ],
    [
      'keys that differ in case',
      [
        { Key: 'a', Value: '' },
        { Key: 'A', Value: '' },
      ],
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    ],
  ])('of a role are refused: %s', async (_name, Tags, message) => {
    await expect(createRole('r', { Tags })).rejects.toThrow(message);
  });

  it('of a policy may differ in case, and are told when it is made', async () => {
    const Tags = [
      { Key: 'A', Value: '1' },
      { Key: 'a', Value: '2' },
    ];
    const made = await call('CreatePolicy', { PolicyName: 'p', PolicyDocument: rights, Tags });
    expect(made.Policy.Tags).toEqual(Tags);
    await expect(
      call('CreatePolicy', { PolicyName: 'q', PolicyDocument: rights, Tags: [...Tags, ...Tags] }),
    ).rejects.toThrow('Duplicate tag keys found.');
  });
});

describe('policies of a role', () => {
  beforeEach(() => createRole('worker'));

  it('inline: put, read, replace, list, delete', async () => {
    const named = { RoleName: 'worker', PolicyName: 'p' };
    await call('PutRolePolicy', { ...named, PolicyDocument: rights });
    await call('PutRolePolicy', { ...named, PolicyDocument: rights });
    expect(await call('ListRolePolicies', { RoleName: 'worker' })).toEqual({
      PolicyNames: ['p'],
      IsTruncated: false,
    });
    expect(decodeURIComponent((await call('GetRolePolicy', named)).PolicyDocument)).toBe(rights);
    await expect(call('DeleteRole', { RoleName: 'worker' })).rejects.toEqual(code('DeleteConflictException'));
    await call('DeleteRolePolicy', named);
    await expect(call('GetRolePolicy', named)).rejects.toEqual(code('NoSuchEntityException'));
    await expect(call('PutRolePolicy', { ...named, PolicyDocument: trust })).rejects.toEqual(
      code('MalformedPolicyDocumentException'),
    );
  });

  it('managed: attach, list, detach', async () => {
    const attachment = { RoleName: 'worker', PolicyArn: basicArn };
    await call('AttachRolePolicy', attachment);
    await call('AttachRolePolicy', attachment);
    expect((await call('ListAttachedRolePolicies', { RoleName: 'worker' })).AttachedPolicies).toEqual([
      { PolicyName: 'AWSLambdaBasicExecutionRole', PolicyArn: basicArn },
    ]);
    expect((await call('GetPolicy', { PolicyArn: basicArn })).Policy.AttachmentCount).toBe(1);
    await expect(call('DeleteRole', { RoleName: 'worker' })).rejects.toEqual(code('DeleteConflictException'));
    await call('DetachRolePolicy', attachment);
    await expect(call('DetachRolePolicy', attachment)).rejects.toEqual(code('NoSuchEntityException'));
    await call('DeleteRole', { RoleName: 'worker' });
  });

  it('refuses an eleventh policy and one that is not there', async () => {
    for (let index = 0; index < 11; index += 1) {
      const { Policy } = await call('CreatePolicy', { PolicyName: `p${index}`, PolicyDocument: rights });
      const attach = call('AttachRolePolicy', { RoleName: 'worker', PolicyArn: Policy.Arn });
      if (index < 10) await attach;
      else await expect(attach).rejects.toEqual(code('LimitExceededException'));
    }
    const PolicyArn = 'arn:aws:iam::000000000000:policy/none';
    await expect(call('AttachRolePolicy', { RoleName: 'worker', PolicyArn })).rejects.toEqual(
      code('NoSuchEntityException'),
    );
  });
});

describe('managed policies', () => {
  it('of AWS are readable', async () => {
    const { PolicyVersion } = await call('GetPolicyVersion', { PolicyArn: basicArn, VersionId: 'v1' });
    expect(JSON.parse(decodeURIComponent(PolicyVersion.Document)).Statement[0].Action).toContain(
      'logs:PutLogEvents',
    );
    await expect(call('DeletePolicy', { PolicyArn: basicArn })).rejects.toMatchObject({ status: 404 });
  });

  it('of the account are created, listed by scope and deleted when nothing has them', async () => {
    await createRole('worker');
    const { Policy } = await call('CreatePolicy', { PolicyName: 'own', Path: '/x/', PolicyDocument: rights });
    expect(Policy.Arn).toBe('arn:aws:iam::000000000000:policy/x/own');
    await expect(call('CreatePolicy', { PolicyName: 'own', PolicyDocument: rights })).rejects.toEqual(
      code('EntityAlreadyExistsException'),
    );
    const names = async (Scope: string) =>
      (await call('ListPolicies', { Scope })).Policies.map(
        (policy: { PolicyName: string }) => policy.PolicyName,
      );
    expect(await names('Local')).toEqual(['own']);
    expect(await names('AWS')).not.toContain('own');
    expect(await names('All')).toEqual(expect.arrayContaining(['own', 'AWSLambdaBasicExecutionRole']));
    await call('AttachRolePolicy', { RoleName: 'worker', PolicyArn: Policy.Arn });
    await expect(call('DeletePolicy', { PolicyArn: Policy.Arn })).rejects.toEqual(
      code('DeleteConflictException'),
    );
    await call('DetachRolePolicy', { RoleName: 'worker', PolicyArn: Policy.Arn });
    await call('DeletePolicy', { PolicyArn: Policy.Arn });
    await expect(call('GetPolicy', { PolicyArn: Policy.Arn })).rejects.toEqual(code('NoSuchEntityException'));
  });
});
