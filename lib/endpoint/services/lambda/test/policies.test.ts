import { describe, expect, test } from 'vitest';
import { isPermitted, type PolicyQuestion } from '../policy-evaluation.ts';
import type { PolicyStatement } from '../policy-statements.ts';
import { openLambda, ready, refusalOf, type TestLambda } from './harness.ts';

const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:fn';

/** A function with version 1 and alias `live`. */
async function openPublished(): Promise<TestLambda> {
  const lambda = await openLambda();
  await lambda.create();
  await ready(lambda);
  await lambda.call('PublishVersion', { FunctionName: 'fn' });
  await lambda.call('CreateAlias', { FunctionName: 'fn', Name: 'live', FunctionVersion: '1' });
  return lambda;
}

const add = async (lambda: TestLambda, input: object = {}) => {
  const answer = await lambda.call('AddPermission', {
    FunctionName: 'fn',
    StatementId: 's1',
    Action: 'lambda:InvokeFunction',
    Principal: 's3.amazonaws.com',
    ...input,
  });
  return answer['Statement'] as string;
};
const remove = (lambda: TestLambda, input: object = {}) =>
  lambda.call('RemovePermission', { FunctionName: 'fn', StatementId: 's1', ...input });
const policy = (lambda: TestLambda, Qualifier?: string) =>
  lambda.call('GetPolicy', { FunctionName: 'fn', Qualifier });

const noSuchResource = 'ResourceNotFoundException 404: The resource you requested does not exist.';

describe('a policy', () => {
  test('has AWS’s form', async () => {
    await using lambda = await openPublished();
    const statement = `{"Sid":"s1","Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"${arn}","Condition":{"StringEquals":{"AWS:SourceAccount":"111111111111"},"ArnLike":{"AWS:SourceArn":"arn:aws:s3:::bucket"}}}`;
    const conditions = { SourceArn: 'arn:aws:s3:::bucket', SourceAccount: '111111111111' };
    expect(await add(lambda, conditions)).toBe(statement);
    const url = await add(lambda, {
      StatementId: 's2',
      Action: 'lambda:InvokeFunctionUrl',
      Principal: '*',
      FunctionUrlAuthType: 'NONE',
    });
    expect(url).toContain(
      `"Principal":"*","Action":"lambda:InvokeFunctionUrl","Resource":"${arn}","Condition":{"StringEquals":{"lambda:FunctionUrlAuthType":"NONE"}}}`,
    );
    const via = { StatementId: 's3', Principal: '111111111111', InvokedViaFunctionUrl: true };
    expect(await add(lambda, via)).toContain(
      `"Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"lambda:InvokeFunction","Resource":"${arn}","Condition":{"Bool":{"lambda:InvokedViaFunctionUrl":"true"}}}`,
    );
    const role = { StatementId: 's4', Principal: 'arn:aws:iam::111111111111:role/r', EventSourceToken: 't' };
    expect(await add(lambda, role)).toContain('"Principal":{"AWS":"arn:aws:iam::111111111111:role/r"}');
    const found = await policy(lambda);
    expect(found['Policy']).toMatch(/^\{"Version":"2012-10-17","Id":"default","Statement":\[\{"Sid":"s1",/);
    expect(JSON.parse(found['Policy'] as string)).toMatchObject({
      Statement: [JSON.parse(statement), { Sid: 's2' }, { Sid: 's3' }, { Sid: 's4' }],
    });
  });

  test('hangs on the function, a version or an alias, and has its revision', async () => {
    await using lambda = await openPublished();
    const revision = async (Qualifier?: string) =>
      (await lambda.call('GetFunctionConfiguration', { FunctionName: 'fn', Qualifier }))['RevisionId'];
    const alias = async () =>
      (await lambda.call('GetAlias', { FunctionName: 'fn', Name: 'live' }))['RevisionId'];
    const before = [await revision(), await revision('1'), await alias()];
    await add(lambda);
    expect(await refusalOf(policy(lambda, '1'))).toBe(noSuchResource);
    expect(await add(lambda, { Qualifier: '1' })).toContain(`"Resource":"${arn}:1"`);
    expect(await add(lambda, { FunctionName: 'fn:live' })).toContain(`"Resource":"${arn}:live"`);
    const after = [await revision(), await revision('1'), await alias()];
    after.forEach((id, index) => expect(id).not.toBe(before[index]));
    expect(await Promise.all([policy(lambda), policy(lambda, '1'), policy(lambda, 'live')])).toMatchObject(
      after.map((RevisionId) => ({ RevisionId })),
    );
    // With the last statement the policy goes.
    await remove(lambda, { RevisionId: after[0] });
    expect(await refusalOf(policy(lambda))).toBe(noSuchResource);
    expect(await policy(lambda, 'live')).toHaveProperty('Policy');
    await lambda.call('DeleteAlias', { FunctionName: 'fn', Name: 'live' });
    await lambda.call('CreateAlias', { FunctionName: 'fn', Name: 'live', FunctionVersion: '1' });
    expect(await refusalOf(policy(lambda, 'live'))).toBe(noSuchResource);
  });

  test('is refused where AWS refuses it', async () => {
    await using lambda = await openPublished();
    const missing = 'ResourceNotFoundException 404:';
    const gone = arn.replace(/fn$/, 'gone');
    expect(await refusalOf(add(lambda, { Qualifier: '$LATEST' }))).toBe(
      'InvalidParameterValueException 400: We currently do not support adding policies for $LATEST.',
    );
    expect(await refusalOf(add(lambda, { FunctionUrlAuthType: 'NONE' }))).toBe(
      'InvalidParameterValueException 400: FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action',
    );
    const via = { Action: 'lambda:InvokeFunctionUrl', InvokedViaFunctionUrl: true };
    expect(await refusalOf(add(lambda, via))).toMatch(
      /: InvokedViaFunctionUrl is only supported for lambda:InvokeFunction /,
    );
    for (const Principal of ['nobody', 's3.example.com', '123', 'arn:aws:s3:::b']) {
      expect(await refusalOf(add(lambda, { Principal }))).toBe(
        'InvalidParameterValueException 400: The provided principal was invalid. Please check the principal and try again.',
      );
    }
    expect(await refusalOf(add(lambda, { FunctionName: 'gone' }))).toBe(
      `${missing} Function not found: ${gone}`,
    );
    expect(await refusalOf(add(lambda, { Qualifier: 'nope' }))).toBe(
      `${missing} Cannot find alias arn: ${arn}:nope`,
    );
    // No alias can have this name, so AWS takes it for a version.
    expect(await refusalOf(add(lambda, { Qualifier: 'a$b' }))).toBe(
      `${missing} Function not found: ${arn}:a$b`,
    );
    expect(await refusalOf(lambda.call('GetPolicy', { FunctionName: 'gone' }))).toBe(
      `${missing} Function not found: ${gone}`,
    );
    expect(await refusalOf(policy(lambda, '7'))).toBe(noSuchResource);
    expect(await refusalOf(add(lambda, { Action: 's3:GetObject' }))).toMatch(
      /at 'action' failed to satisfy .*: \(lambda:\[\*\]\|lambda:\[a-zA-Z\]\+\|\[\*\]\)$/,
    );
    for (const Qualifier of [undefined, '$LATEST']) {
      expect(await refusalOf(remove(lambda, { Qualifier }))).toBe(
        `${missing} No policy is associated with the given resource.`,
      );
    }
    expect(await refusalOf(remove(lambda, { FunctionName: 'gone' }))).toBe(
      `${missing} No policy found for: ${gone}`,
    );
    await add(lambda);
    expect(await refusalOf(add(lambda))).toBe(
      'ResourceConflictException 409: The statement id (s1) provided already exists. Please provide a new statement id, or remove the existing statement.',
    );
    expect(await refusalOf(remove(lambda, { StatementId: 'other' }))).toBe(
      `${missing} Statement other is not found in resource policy.`,
    );
    const stale =
      'PreconditionFailedException 412: The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to retrieve the latest Revision Id';
    const RevisionId = '00000000-0000-4000-8000-000000000000';
    expect(await refusalOf(add(lambda, { StatementId: 's2', RevisionId }))).toBe(stale);
    expect(await refusalOf(remove(lambda, { RevisionId }))).toBe(stale);
    let size = 0;
    let refusal = '';
    for (let index = 2; refusal === '' && index < 200; index += 1) {
      size = ((await policy(lambda))['Policy'] as string).length;
      refusal = await add(lambda, { StatementId: `s${String(index).padStart(99, '0')}` }).then(
        () => '',
        String,
      );
    }
    expect(size).toBeLessThanOrEqual(20_480);
    expect(refusal).toMatch(/The final policy size \(20[45678]\d\d\) is bigger than the limit \(20480\)\./);
  });
});

describe('what a policy permits', () => {
  test('another account may call by it, on exactly the resource it names', async () => {
    await using lambda = await openPublished();
    const call = (FunctionName: string) =>
      lambda.call('Invoke', { FunctionName }, { accountId: '111111111111' });
    const denied = `AccessDeniedException 403: User: arn:aws:iam::111111111111:root is not authorized to perform: lambda:InvokeFunction on resource: ${arn} because no resource-based policy allows the lambda:InvokeFunction action`;
    expect(await refusalOf(call(arn))).toBe(denied);
    await add(lambda, { Principal: '111111111111', Qualifier: 'live' });
    expect(await refusalOf(call(arn))).toBe(denied);
    expect(await call(`${arn}:live`)).toMatchObject({ ExecutedVersion: '1' });
    await remove(lambda, { Qualifier: 'live' });
    expect(await refusalOf(call(`${arn}:live`))).toBe(denied);
  });

  const statement: PolicyStatement = {
    Sid: 's',
    Effect: 'Allow',
    Principal: { Service: 's3.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: arn,
    Condition: {
      ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::b?cket-*' },
      StringEquals: { 'AWS:SourceAccount': '111111111111' },
    },
  };
  const values = { 'AWS:SourceArn': 'arn:aws:s3:::bucket-1', 'AWS:SourceAccount': '111111111111' };
  const question: PolicyQuestion = {
    action: 'lambda:InvokeFunction',
    principal: { service: 's3.amazonaws.com' },
    values,
  };

  test.each<[boolean, Partial<PolicyQuestion>, Partial<PolicyStatement>]>([
    [true, {}, {}],
    [true, {}, { Action: 'lambda:*' }],
    [false, {}, { Action: 'lambda:GetFunction' }],
    [false, { principal: { service: 'sns.amazonaws.com' } }, {}],
    [false, { principal: 'anonymous' }, {}],
    [true, { principal: 'anonymous' }, { Principal: '*' }],
    [true, { principal: { account: '2' } }, { Principal: { AWS: 'arn:aws:iam::2:root' } }],
    [false, { principal: { account: '3' } }, { Principal: { AWS: 'arn:aws:iam::2:root' } }],
    [false, { values: { ...values, 'AWS:SourceArn': 'arn:aws:s3:::bbucket-1' } }, {}],
    [false, { values: { ...values, 'AWS:SourceAccount': '222222222222' } }, {}],
    [false, { values: {} }, {}],
    [true, { values: {} }, { Condition: {} }],
  ])('%s for %j under %j', (expected, asked, changed) => {
    expect(isPermitted([{ ...statement, ...changed }], { ...question, ...asked })).toBe(expected);
  });
});
