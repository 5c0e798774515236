import { describe, expect, it } from 'vitest';
import { isLocale, negotiateLocale } from './negotiate.ts';

describe('negotiateLocale', () => {
  it.each([
    ['ja-JP,ja;q=0.9,en;q=0.8', 'ja'],
    ['en-GB,en;q=0.9,ja;q=0.8', 'en'],
    ['de-DE,ja;q=0.5,en;q=0.3', 'ja'],
    ['en;q=0.2, ja;q=0.7', 'ja'],
    ['ja;q=0, en', 'en'],
    ['fr', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('reads %j as %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});

it('knows the languages of the console and no others', () => {
  expect(isLocale('ja')).toBe(true);
  expect(isLocale('de')).toBe(false);
  expect(isLocale(undefined)).toBe(false);
});
