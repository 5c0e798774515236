import { expect, it } from 'vitest';
import { logicalId, samFunction, terraformFunction, terraformName, terraformText } from './snippet-text';

it('makes names that templates take', () => {
  expect([logicalId('orders-checkout'), terraformName('orders-checkout')]).toEqual([
    'OrdersCheckout',
    'orders_checkout',
  ]);
  expect([logicalId('9-lives_X'), terraformName('9-lives_X')]).toEqual([
    'Function9LivesX',
    'function_9_lives_x',
  ]);
});

it('keeps a text from becoming a template', () => {
  expect(terraformText('a "b" ${c} %{d}\n')).toBe('"a \\"b\\" $${c} %%{d}\\n"');
});

it('indents properties under their resource', () => {
  expect(samFunction('f-1', ['Timeout: 3'])).toBe(
    'F1:\n  Type: AWS::Serverless::Function\n  Properties:\n    Timeout: 3',
  );
  expect(terraformFunction('f-1', ['timeout = 3'])).toBe(
    'resource "aws_lambda_function" "f_1" {\n  timeout = 3\n}',
  );
});
