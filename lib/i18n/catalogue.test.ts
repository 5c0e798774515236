import { describe, expect, it } from 'vitest';
import { createTranslator } from 'use-intl/core';
import { catalogue } from './catalogue.ts';

// vitest.config.ts aliases the formatter as next.config.js does, so this is what pages get.

describe('texts compiled on the server', () => {
  const english = createTranslator({ locale: 'en', messages: catalogue('en'), namespace: 'ui' });
  const japanese = createTranslator({ locale: 'ja', messages: catalogue('ja'), namespace: 'ui' });

  it('choose the plural form', () => {
    expect(english('formFrame.save', { count: 1 })).toBe('Save 1 change');
    expect(english('formFrame.save', { count: 2 })).toBe('Save 2 changes');
    expect(japanese('formFrame.save', { count: 2 })).toBe('2 件の変更を保存');
  });

  it('write numbers as the language does', () => {
    expect(english('table.range', { first: 1, last: 50, count: 10000 })).toBe('1–50 of 10,000');
  });

  it('put in texts as they are', () => {
    expect(english('flash.more', { count: 3 })).toBe('3 more');
    expect(english('confirmDelete.type', { word: '{confirm}' })).toBe('To confirm, type {confirm}');
  });

  it('say which text is missing', () => {
    expect(() =>
      createTranslator({
        locale: 'en',
        messages: catalogue('en'),
        namespace: 'ui',
        onError: (error) => {
          throw error;
        },
      })('nothing' as 'close'),
    ).toThrow(/MISSING_MESSAGE/);
  });

  it('are plain data that React can hand to the browser', () => {
    const strange: string[] = [];
    const visit = (node: unknown, path: string) => {
      if (typeof node !== 'object' || node === null) return;
      if (!Array.isArray(node) && Object.getPrototypeOf(node) !== Object.prototype) strange.push(path);
      for (const [key, child] of Object.entries(node)) visit(child, `${path}.${key}`);
    };
    visit(catalogue('en'), 'en');
    visit(catalogue('ja'), 'ja');
    expect(strange).toEqual([]);
  });
});
