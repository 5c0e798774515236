import { expect, it } from 'vitest';
import { fieldProblem, fieldWords, type FieldSpec } from './field-spec';

const size: FieldSpec<'size'> = { name: 'size', label: 'Batch size', control: 'number', unit: 'records' };
const words = { on: 'On', off: 'Off' };

it('asks for what must be there and for whole numbers', () => {
  expect(fieldProblem(size, '')).toBe('missing');
  expect(fieldProblem({ ...size, optional: true }, ' ')).toBeUndefined();
  expect(fieldProblem(size, '1.5')).toBe('not-whole');
  expect(fieldProblem(size, '-1')).toBeUndefined();
  expect(fieldProblem({ ...size, control: 'check' }, '')).toBeUndefined();
});

it('says values in the words of the form', () => {
  expect(fieldWords(size, '10', words)).toBe('10 records');
  expect(fieldWords({ ...size, control: 'check' }, 'on', words)).toBe('On');
  const subnets: FieldSpec<'size'> = {
    ...size,
    control: 'many',
    options: [{ value: 'a', label: 'subnet-a' }],
  };
  expect(fieldWords(subnets, 'a\nb', words)).toBe('subnet-a, b');
});
