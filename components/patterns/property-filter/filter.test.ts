import { expect, it } from 'vitest';
import { choose, draftOf, emptyDraft, type FilterProperty, stepBack, suggestionsFor } from './filter';

const runtime: FilterProperty = {
  id: 'runtime',
  label: 'Runtime',
  values: [{ value: 'nodejs24.x', count: 3 }, { value: 'python3.14' }],
};
const memory: FilterProperty = { id: 'memoryMb', label: 'Memory', operators: ['=', '<', '>'] };
const properties = [runtime, memory];

it('leads from property to operator to value', () => {
  const first = suggestionsFor({ text: 'run' }, properties);
  expect(first).toEqual([
    { kind: 'text', text: 'run' },
    { kind: 'property', property: runtime },
  ]);
  const withProperty = choose({ text: 'run' }, { kind: 'property', property: runtime });
  expect(withProperty).toEqual({ draft: { property: runtime, text: '' } });
  const withOperator = choose({ property: runtime, text: '' }, { kind: 'operator', operator: '!=' });
  expect(withOperator).toEqual({ draft: { property: runtime, operator: '!=', text: '' } });
  expect(suggestionsFor({ property: runtime, operator: '!=', text: 'node' }, properties)).toEqual([
    { kind: 'value', value: 'node', label: 'node' },
    { kind: 'value', value: 'nodejs24.x', label: 'nodejs24.x', count: 3 },
  ]);
  expect(
    choose(
      { property: runtime, operator: '!=', text: '' },
      { kind: 'value', value: 'nodejs24.x', label: 'nodejs24.x' },
    ),
  ).toEqual({ token: { property: 'runtime', operator: '!=', value: 'nodejs24.x' } });
});

it('offers only the operators that a property has', () => {
  const offered = suggestionsFor({ property: memory, text: '' }, properties);
  expect(offered.map((s) => s.kind === 'operator' && s.operator)).toEqual(['=', '<', '>']);
});

it('does not offer a typed value twice', () => {
  expect(suggestionsFor({ property: runtime, operator: '=', text: 'python3.14' }, properties)).toHaveLength(
    1,
  );
});

it('makes free text a token without a property', () => {
  expect(choose({ text: 'orders' }, { kind: 'text', text: 'orders' })).toEqual({
    token: { operator: ':', value: 'orders' },
  });
});

it('goes back one step at a time', () => {
  expect(stepBack({ property: runtime, operator: '=', text: '' })).toEqual({ property: runtime, text: '' });
  expect(stepBack({ property: runtime, text: '' })).toEqual(emptyDraft);
  expect(stepBack(emptyDraft)).toBeUndefined();
});

it('takes a token up again', () => {
  expect(draftOf({ property: 'runtime', operator: '=', value: 'x' }, properties)).toEqual({
    property: runtime,
    operator: '=',
    text: 'x',
  });
  expect(draftOf({ operator: ':', value: 'orders' }, properties)).toEqual({ text: 'orders' });
});
