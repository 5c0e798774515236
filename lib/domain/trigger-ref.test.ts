import { expect, it } from 'vitest';
import { parseTriggerRef, ruleOfArn, triggerRefText, type TriggerRef } from './trigger-ref.ts';

it('survives the way into a URL and back, whatever stands in the names', () => {
  const refs: TriggerRef[] = [
    { type: 'mapping', id: '1a2b' },
    { type: 'topic', topicArn: 'arn:aws:sns:us-east-1:000000000000:orders' },
    { type: 'rule', bus: 'default', rule: 'nightly:%' },
    { type: 'schedule', group: 'default', schedule: 'nightly' },
    { type: 'bucket', bucket: 'orders', notification: 'a:b/c' },
    { type: 'log-filter', group: '/aws/lambda/orders', filter: 'errors' },
    { type: 'function-url' },
    { type: 'statement', statementId: 'lex-1' },
  ];
  for (const ref of refs) expect(parseTriggerRef(triggerRefText(ref))).toEqual(ref);
});

it('does not read what names no trigger', () => {
  for (const text of ['', 'mapping', 'queue:orders', 'rule:%E0%A4%A']) {
    expect(parseTriggerRef(text)).toBeUndefined();
  }
});

it('finds the bus and the rule of an ARN', () => {
  expect(ruleOfArn('arn:aws:events:us-east-1:1:rule/nightly')).toEqual({ bus: 'default', rule: 'nightly' });
  expect(ruleOfArn('arn:aws:events:us-east-1:1:rule/shop/new')).toEqual({ bus: 'shop', rule: 'new' });
  expect(ruleOfArn('arn:aws:sns:us-east-1:1:nightly')).toBeUndefined();
});
