import { expect, test } from 'vitest';
import { doesPin } from '../pinning.ts';

const pins = (text: string, keepsOnSet = false) => doesPin(text, { keepsOnSet });

test.each([
  'SET search_path = x',
  'select 1; set a = 1',
  '/* hidden */ SET a = 1',
  '-- hidden\nSET a = 1',
  "select '--'; set a = 1",
  'PREPARE p AS SELECT 1',
  'LISTEN news',
  'CREATE TEMP TABLE t (a int)',
  "SELECT nextval('s')",
  'SELECT pg_advisory_lock(1)',
  'DECLARE c CURSOR WITH HOLD FOR SELECT 1',
  "SELECT set_config('a', '1', false)",
  'DO $$ BEGIN END $$',
])('%s pins', (text) => expect(pins(text)).toBe(true));

test.each([
  'SELECT 1',
  'UPDATE t SET a = 1',
  'begin',
  'INSERT INTO settings VALUES (1)',
  'SELECT offset_ FROM t',
])('%s does not pin', (text) => expect(pins(text)).toBe(false));

test('SET alone is let off by the filter for variables', () => {
  expect(pins('SET a = 1', true)).toBe(false);
  expect(pins('LISTEN news', true)).toBe(true);
});
