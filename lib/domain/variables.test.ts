import { describe, expect, it } from 'vitest';
import { looksSecret, variableKeyProblem } from './variables.ts';

describe('variableKeyProblem', () => {
  it.each([
    ['STAGE', undefined],
    ['', 'empty'],
    ['X', 'pattern'],
    ['1ST', 'pattern'],
    ['MY-KEY', 'pattern'],
    ['AWS_REGION', 'reserved'],
    ['_HANDLER', 'reserved'],
  ] as const)('%j: %s', (key, problem) => {
    expect(variableKeyProblem(key, [key])).toBe(problem);
  });
  it('sees the same key twice', () => {
    expect(variableKeyProblem('STAGE', ['STAGE', 'OTHER', 'STAGE'])).toBe('duplicate');
  });
});

it.each([
  ['STRIPE_SECRET', true],
  ['DB_PASSWORD', true],
  ['API_KEY', true],
  ['apikey', true],
  ['LOG_LEVEL', false],
  ['ORDERS_TABLE', false],
])('%s looks secret: %s', (key, expected) => {
  expect(looksSecret(key)).toBe(expected);
});
