import { describe, expect, it } from 'vitest';
import { aliasToInput, createAliasSchema, deleteVersionSchema, updateAliasSchema } from './versions';

const place = { connectionId: 'local', region: 'us-east-1' };
const base = { place, functionName: 'orders', name: 'prod' };

describe('an alias', () => {
  it('sends only what changed', () => {
    expect(aliasToInput({})).toEqual({});
    expect(aliasToInput({ version: '4', description: '' })).toEqual({
      FunctionVersion: '4',
      Description: '',
    });
  });
  it('sends weights as shares of one', () => {
    expect(aliasToInput({ second: { version: '5', percent: 12.5 } }).RoutingConfig).toEqual({
      AdditionalVersionWeights: { 5: 0.125 },
    });
  });
  it('rolls back with an empty map', () => {
    expect(aliasToInput({ second: null })).toEqual({ RoutingConfig: { AdditionalVersionWeights: {} } });
  });
  it('cannot be created without a version, but can be changed without one', () => {
    expect(createAliasSchema.safeParse({ ...base, changes: {} }).success).toBe(false);
    expect(createAliasSchema.safeParse({ ...base, changes: { version: '1' } }).success).toBe(true);
    expect(updateAliasSchema.safeParse({ ...base, changes: { description: 'x' } }).success).toBe(true);
  });
  it('takes no share above 100 %', () => {
    const second = { version: '2', percent: 101 };
    expect(updateAliasSchema.safeParse({ ...base, changes: { second } }).success).toBe(false);
  });
});

it('deletes numbered versions only, so that no slip deletes the function', () => {
  const input = { place, functionName: 'orders' };
  expect(deleteVersionSchema.safeParse({ ...input, version: '3' }).success).toBe(true);
  for (const version of ['$LATEST', '', 'prod', '3,4']) {
    expect(deleteVersionSchema.safeParse({ ...input, version }).success).toBe(false);
  }
});
