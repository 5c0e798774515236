import { expect, it } from 'vitest';
import { mergePreferences, parsePreferences, preferencesChangeSchema } from './preferences.ts';

const defaults = {
  theme: 'system',
  density: 'comfortable',
  locale: undefined,
  navigation: 'open',
  overview: undefined,
  shortcuts: 'on',
  tables: {},
};

it.each([undefined, '', 'not json', '[]', 'null', '"x"'])('falls back to the defaults for %j', (cookie) => {
  expect(parsePreferences(cookie)).toEqual(defaults);
});

it('keeps what is valid and drops what is not', () => {
  expect(parsePreferences('{"theme":"dark","density":"huge","locale":"de","tables":{"X":1}}')).toEqual({
    ...defaults,
    theme: 'dark',
  });
});

it('merges tables one by one', () => {
  const first = mergePreferences(parsePreferences('{}'), { tables: { functions: { pageSize: 20 } } });
  const second = mergePreferences(first, { theme: 'light', tables: { audit: { hiddenColumns: ['role'] } } });
  expect(second).toMatchObject({
    theme: 'light',
    tables: { functions: { pageSize: 20 }, audit: { hiddenColumns: ['role'] } },
  });
});

it('refuses unknown members and values', () => {
  expect(preferencesChangeSchema.safeParse({ theme: 'blue' }).success).toBe(false);
  expect(preferencesChangeSchema.safeParse({ colour: 'x' }).success).toBe(false);
  expect(preferencesChangeSchema.safeParse({ locale: 'ja' }).success).toBe(true);
});
