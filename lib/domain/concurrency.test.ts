import { describe, expect, it } from 'vitest';
import { concurrencyShares, reservableMax } from './concurrency.ts';

const account = { limit: 1_000, unreserved: 710 };

describe('concurrency of an account', () => {
  it('is divided without remainder', () => {
    const shares = concurrencyShares(account, 50);
    expect(shares).toEqual({ others: 240, own: 50, free: 610, last: 100 });
    expect(Object.values(shares).reduce((sum, part) => sum + part)).toBe(account.limit);
  });
  it('offers what is free and what the function has already', () => {
    expect(reservableMax(account, 50)).toBe(660);
    expect(reservableMax(account, undefined)).toBe(610);
    expect(reservableMax(account, 0)).toBe(610);
  });
  it('offers nothing in an account below the last 100', () => {
    const small = { limit: 10, unreserved: 10 };
    expect(concurrencyShares(small, undefined)).toEqual({ others: 0, own: 0, free: 0, last: 10 });
    expect(reservableMax(small, undefined)).toBe(0);
  });
});
