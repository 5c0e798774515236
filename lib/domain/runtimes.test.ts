import { describe, expect, it } from 'vitest';
import { defaultHandler, offeredRuntimes, runtimeFacts, runtimeSupport } from './runtimes.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('runtimeSupport', () => {
  it.each([
    ['nodejs24.x', '2026-11-27', 'supported'],
    ['nodejs24.x', '2028-02-15', 'ending'],
    ['nodejs20.x', '2026-11-27', 'deprecated'],
    ['nodejs20.x', '2027-03-03', 'blocked'],
    ['nodejs99.x', '2026-11-27', 'unknown'],
  ] as const)('%s on %s is %s', (identifier, on, expected) => {
    expect(runtimeSupport(identifier, day(on))).toBe(expected);
  });
});

describe('offeredRuntimes', () => {
  it('offers the newest of each language first and nothing deprecated', () => {
    const { latest, other } = offeredRuntimes(day('2026-11-27'));
    expect(latest.map((runtime) => runtime.identifier)).toEqual([
      'nodejs24.x',
      'python3.14',
      'java25',
      'dotnet10',
      'ruby4.0',
      'provided.al2023',
    ]);
    expect(other.map((runtime) => runtime.identifier)).not.toContain('nodejs20.x');
  });
});

it('names the default handler of a language', () => {
  expect(defaultHandler('python')).toBe('lambda_function.lambda_handler');
  expect(runtimeFacts('go1.x')?.language).toBe('os-only');
});
