import { expect, it } from 'vitest';
import { facetsOf } from './function-facets.ts';
import type { FunctionRow } from './function-list.ts';

const row = (more: Partial<FunctionRow>): FunctionRow => ({
  name: 'f',
  arn: 'arn',
  description: '',
  packageType: 'Zip',
  runtime: 'nodejs24.x',
  architecture: 'x86_64',
  memoryMb: 128,
  timeoutSeconds: 3,
  codeSizeBytes: 1,
  role: 'r',
  layers: [],
  variableKeys: [],
  lastModified: '',
  ...more,
});

it('counts short properties and tags, the most frequent first', () => {
  const facets = facetsOf([
    row({ tags: { env: 'test' } }),
    row({ tags: { env: 'prod' }, runtime: 'python3.13' }),
    row({ tags: { env: 'prod' }, state: 'Active' }),
  ]);
  const values = (property: string) => facets.find((facet) => facet.property === property)?.values;
  expect(values('runtime')).toEqual([
    { value: 'nodejs24.x', count: 2 },
    { value: 'python3.13', count: 1 },
  ]);
  expect(values('tag.env')?.[0]).toEqual({ value: 'prod', count: 2 });
  expect(values('state')).toEqual([{ value: 'Active', count: 1 }]);
});
