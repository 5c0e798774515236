import { expect, it } from 'vitest';
import { newAttribute, type Attribute } from '@/components/patterns/attribute-editor/attribute';
import {
  bytesOf,
  keyProblems,
  rebaseRows,
  reviewValue,
  rowChanges,
  savedRow,
  showValues,
  toVariableRows,
} from './variable-rows';

const saved = [
  { key: 'LOG_LEVEL', valueBytes: 4 },
  { key: 'TABLE', valueBytes: 6 },
];
const level = savedRow('LOG_LEVEL');
const table = savedRow('TABLE');
const typed = (row: Attribute, value: string): Attribute => ({ ...row, value, isHidden: false });

it('keeps what nobody revealed, and sends what was typed', () => {
  expect(toVariableRows([level, typed(table, 'orders'), newAttribute('STAGE', 'test')])).toEqual([
    { key: 'LOG_LEVEL', keep: true, previousKey: 'LOG_LEVEL' },
    { key: 'TABLE', value: 'orders' },
    { key: 'STAGE', value: 'test' },
  ]);
});

it('renames a hidden variable without its value', () => {
  const rows = [level, { ...table, key: 'ORDERS' }];
  expect(toVariableRows(rows)[1]).toEqual({ key: 'ORDERS', keep: true, previousKey: 'TABLE' });
  expect(rowChanges(rows, saved, {})).toHaveLength(1);
});

it('shows values that come in, but never over what was typed', () => {
  const shown = showValues([level, typed(table, 'mine')], { LOG_LEVEL: 'info', TABLE: 'orders' });
  expect(shown.map(({ value, isHidden }) => [value, isHidden])).toEqual([
    ['info', false],
    ['mine', false],
  ]);
});

it('sees no change in a value that was only revealed', () => {
  const revealed = { TABLE: 'orders' };
  expect(rowChanges([level, savedRow('TABLE', revealed)], saved, revealed)).toEqual([]);
  const changes = rowChanges([typed(table, 'carts')], saved, revealed);
  expect(changes.map((change) => [change.row?.value, change.saved?.key])).toEqual([
    ['carts', 'TABLE'],
    [undefined, 'LOG_LEVEL'],
  ]);
});

it('names reserved, malformed and missing keys of new rows, not of saved ones', () => {
  const rows = [savedRow('_OLD'), newAttribute('AWS_REGION'), newAttribute('a-b'), newAttribute()];
  expect(Object.values(keyProblems(rows))).toEqual(['reserved', 'pattern', 'empty']);
  expect(Object.values(keyProblems([level, table, newAttribute('TABLE')]))).toEqual([
    'duplicate',
    'duplicate',
  ]);
});

it('counts hidden values by their size', () => {
  expect(bytesOf([level, table], saved)).toBe('LOG_LEVEL'.length + 4 + 'TABLE'.length + 6);
  expect(bytesOf([typed(level, 'é')], saved)).toBe('LOG_LEVEL'.length + 2);
});

it('puts my rows on top of theirs', () => {
  const theirs = [
    { key: 'TABLE', valueBytes: 9 },
    { key: 'REGION_NAME', valueBytes: 2 },
  ];
  const revealed = { TABLE: 'orders' };
  const rows = [level, savedRow('TABLE', revealed), newAttribute('STAGE', 'test')];
  expect(toVariableRows(rebaseRows(rows, saved, theirs, revealed))).toEqual([
    { key: 'TABLE', keep: true, previousKey: 'TABLE' },
    { key: 'STAGE', value: 'test' },
    { key: 'REGION_NAME', keep: true, previousKey: 'REGION_NAME' },
  ]);
});

it('keeps my removals and what I typed into something they removed', () => {
  expect(rebaseRows([level], saved, saved, {}).map(({ key }) => key)).toEqual(['LOG_LEVEL']);
  const rows = [level, typed(table, 'carts')];
  expect(toVariableRows(rebaseRows(rows, saved, [], {}))).toEqual([{ key: 'TABLE', value: 'carts' }]);
});

it('shows neither unseen nor secret values', () => {
  expect([reviewValue('TABLE', undefined), reviewValue('API_TOKEN', 'x'), reviewValue('TABLE', 'a')]).toEqual(
    ['••••', '••••', 'a'],
  );
});
