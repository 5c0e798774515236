import { expect, it } from 'vitest';
import type { GeneralValues } from '@/lib/forms/general';
import { changedValues, fromDraft, rebase, toDraft, undoField, unreadableFields } from './general-values';

const saved: GeneralValues = {
  description: 'Prices a cart',
  memoryMb: 512,
  ephemeralStorageMb: 512,
  snapStart: 'None',
  timeoutSeconds: 90,
  role: 'arn:aws:iam::000000000000:role/a',
};

it('comes back as it was', () => {
  expect(fromDraft(toDraft(saved))).toEqual(saved);
});

it('sends the changed fields and nothing else', () => {
  const draft = { ...toDraft(saved), memory: '1024', minutes: '0', seconds: '15' };
  expect(changedValues(saved, fromDraft(draft))).toEqual({ memoryMb: 1024, timeoutSeconds: 15 });
  expect(changedValues(saved, fromDraft(toDraft(saved)))).toEqual({});
});

it.each([
  ['', ['memoryMb']],
  ['12.5', ['memoryMb']],
  ['-1', ['memoryMb']],
  ['50', []],
])('reads the memory "%s" or says so', (memory, fields) => {
  expect(unreadableFields(fromDraft({ ...toDraft(saved), memory }))).toEqual(fields);
});

it('lets a description be empty, a role not', () => {
  expect(unreadableFields({ ...saved, description: '', role: '' })).toEqual(['role']);
});

it('takes seconds beyond a minute, and none for zero', () => {
  expect(fromDraft({ ...toDraft(saved), minutes: '', seconds: '90' }).timeoutSeconds).toBe(90);
});

it('undoes one field and keeps the others', () => {
  const draft = { ...toDraft(saved), memory: '1024', seconds: '31' };
  expect(undoField(draft, saved, 'timeoutSeconds')).toEqual({ ...toDraft(saved), memory: '1024' });
});

it('puts my changes on top of theirs', () => {
  const theirs = { ...saved, memoryMb: 256, description: 'Theirs' };
  const mine = { ...toDraft(saved), memory: '1024' };
  expect(fromDraft(rebase(mine, saved, theirs))).toEqual({ ...theirs, memoryMb: 1024 });
});
