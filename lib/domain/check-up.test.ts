import { describe, expect, it } from 'vitest';
import {
  findingsCsv,
  findingsOfRow,
  groupFindings,
  isPublicStatement,
  lookOf,
  standOf,
  type FunctionFacts,
} from './check-up.ts';
import { consoleError } from './console-error.ts';
import { readStatements } from './policy.ts';
import { refuse, succeed } from '../shared/result.ts';

const now = new Date('2026-11-28T00:00:00Z');
const row = { name: 'orders', runtime: 'nodejs24.x', state: 'Active' };

const fine: FunctionFacts = {
  policy: succeed([]),
  url: succeed([]),
  concurrency: succeed({ reserved: null }),
  async: succeed({ onFailure: 'arn:aws:sqs:us-east-1:000000000000:lost', deadLetter: '' }),
  logs: succeed({ group: '/aws/lambda/orders', retentionDays: 30 }),
};
const kindsOf = (facts: Partial<FunctionFacts>) =>
  lookOf('orders', { ...fine, ...facts }).findings.map(({ kind }) => kind);

describe('findings of the list', () => {
  it.each([
    ['nodejs24.x', now, []],
    ['nodejs16.x', now, ['runtimeDeprecated']],
    ['nodejs16.x', new Date('2027-03-03T00:00:00Z'), ['runtimeBlocked']],
    // Ending within 90 days is no finding yet.
    ['dotnet8', new Date('2026-11-09T00:00:00Z'), []],
    ['cobol1.x', now, []],
    // A container image has none.
    ['', now, []],
  ])('runtime %s at %s', (runtime, day, kinds) => {
    expect(findingsOfRow({ ...row, runtime }, day).map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each([
    ['Active', []],
    ['Pending', []],
    ['Failed', ['stateFailed']],
    ['Inactive', ['stateInactive']],
    [undefined, []],
  ])('state %s', (state, kinds) => {
    expect(findingsOfRow({ ...row, state }, now).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('public statements', () => {
  const isPublic = (statement: object) =>
    readStatements(JSON.stringify({ Statement: [{ Effect: 'Allow', ...statement }] })).some(
      isPublicStatement,
    );
  it.each([
    [{ Principal: '*' }, true],
    [{ Principal: { AWS: '*' } }, true],
    [{ Principal: { AWS: ['arn:aws:iam::123456789012:root', '*'] } }, true],
    [{ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }, false],
    // What AWS writes for a URL without sign-in: found as the URL, not twice.
    [{ Principal: '*', Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } } }, false],
    [{ Principal: { Service: 's3.amazonaws.com' } }, false],
    [{ Principal: { AWS: 'arn:aws:iam::123456789012:role/*' } }, false],
    [{ Effect: 'Deny', Principal: '*' }, false],
  ])('%j: %s', (statement, expected) => expect(isPublic(statement)).toBe(expected));
});

describe('findings of calls', () => {
  it('are none for a function in order', () => {
    expect(lookOf('orders', fine)).toEqual({ functionName: 'orders', findings: [], refusals: [] });
  });

  it('name a public URL with the alias it belongs to', () => {
    const url = succeed([
      { url: 'https://a', authType: 'AWS_IAM', qualifier: undefined },
      { url: 'https://b', authType: 'NONE', qualifier: 'live' },
    ]);
    expect(lookOf('orders', { ...fine, url }).findings).toEqual([
      { kind: 'publicUrl', functionName: 'orders', evidence: 'https://b', qualifier: 'live' },
    ]);
  });

  it.each([
    [null, []],
    [1, []],
    [0, ['stopped']],
  ])('reserved concurrency %s', (reserved, kinds) => {
    expect(kindsOf({ concurrency: succeed({ reserved }) })).toEqual(kinds);
  });

  it.each([
    ['', '', ['eventsLost']],
    ['arn:q', '', []],
    ['', 'arn:q', []],
  ])('destination %j, dead-letter queue %j', (onFailure, deadLetter, kinds) => {
    expect(kindsOf({ async: succeed({ onFailure, deadLetter }) })).toEqual(kinds);
  });

  it('a log group that keeps for ever, not one that is not there', () => {
    expect(kindsOf({ logs: succeed({ group: '/g', retentionDays: undefined }) })).toEqual(['logsKept']);
    expect(kindsOf({ logs: succeed(null) })).toEqual([]);
  });

  it('a refused check is no finding and is told apart', () => {
    const denied = refuse(consoleError('denied', 'No policy for you.'));
    const looks = [
      lookOf('a', { ...fine, policy: denied }),
      lookOf('b', { ...fine, policy: denied }),
      lookOf('c', fine),
    ];
    expect(looks[0]).toEqual({
      functionName: 'a',
      findings: [],
      refusals: [{ check: 'policy', kind: 'denied', message: 'No policy for you.' }],
    });
    expect(standOf('policy', looks)).toMatchObject({ looked: 1, refused: 2, reasons: [{ kind: 'denied' }] });
    expect(standOf('logs', looks)).toEqual({ looked: 3, refused: 0, reasons: [] });
  });
});

const lost = (functionName: string) => ({ kind: 'eventsLost', functionName, evidence: '' }) as const;
const blocked = { kind: 'runtimeBlocked', functionName: 'z', evidence: 'Node.js 14.x' } as const;

it('groups by severity and kind, gravest first', () => {
  expect(groupFindings([lost('b'), blocked, lost('a')])).toEqual([
    { severity: 'high', groups: [{ kind: 'runtimeBlocked', findings: [blocked] }] },
    { severity: 'low', groups: [{ kind: 'eventsLost', findings: [lost('a'), lost('b')] }] },
  ]);
  expect(groupFindings([])).toEqual([]);
});

it('writes CSV that no spreadsheet runs', () => {
  const policy = { kind: 'publicPolicy', functionName: 'f', evidence: '=cmd("x"), y' } as const;
  expect(findingsCsv([lost('a'), policy])).toBe(
    'severity,kind,function,qualifier,evidence\r\n' +
      `high,publicPolicy,f,,"'=cmd(""x""), y"\r\n` +
      'low,eventsLost,a,,\r\n',
  );
});
