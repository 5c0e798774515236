import { expect, it } from 'vitest';
import { readStatements } from './policy.ts';

const statement = {
  Sid: 's3',
  Effect: 'Allow',
  Principal: { Service: 's3.amazonaws.com' },
  Action: 'lambda:InvokeFunction',
  Resource: 'arn:aws:lambda:us-east-1:000000000000:function:orders',
  Condition: {
    StringEquals: { 'AWS:SourceAccount': '123456789012' },
    ArnLike: { 'AWS:SourceArn': ['arn:aws:s3:::a', 'arn:aws:s3:::b'] },
  },
};

it('reads principals, actions and conditions', () => {
  expect(readStatements(JSON.stringify({ Version: '2012-10-17', Statement: [statement] }))).toEqual([
    {
      id: 's3',
      effect: 'Allow',
      principal: 's3.amazonaws.com',
      action: 'lambda:InvokeFunction',
      conditions: [
        'StringEquals AWS:SourceAccount = 123456789012',
        'ArnLike AWS:SourceArn = arn:aws:s3:::a, arn:aws:s3:::b',
      ],
    },
  ]);
});

it('reads one statement outside a list, a star and several actions', () => {
  const single = { Effect: 'Deny', Principal: '*', Action: ['lambda:A', 'lambda:B'] };
  expect(readStatements(JSON.stringify({ Statement: single }))).toEqual([
    { id: undefined, effect: 'Deny', principal: '*', action: 'lambda:A, lambda:B', conditions: [] },
  ]);
});

it.each(['', '{', 'null', '[]', '{"Statement": "x"}'])('has no statements in %j', (text) => {
  expect(readStatements(text)).toEqual([]);
});
