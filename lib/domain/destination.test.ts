import { expect, it } from 'vitest';
import { parseDestinationSlot, typeOfDestination, typesOfSlot } from './destination.ts';

it('knows a slot from other texts', () => {
  expect(parseDestinationSlot('mapping:1a2b-3c')).toBe('mapping:1a2b-3c');
  expect(parseDestinationSlot('async-success')).toBe('async-success');
  for (const text of ['mapping:', 'mapping:a b', 'queue', undefined]) {
    expect(parseDestinationSlot(text)).toBeUndefined();
  }
});

it('offers a bucket for failures alone', () => {
  expect(typesOfSlot('async-success')).not.toContain('s3');
  expect(typesOfSlot('async-failure')).toContain('s3');
  expect(typesOfSlot('mapping:1')).not.toContain('lambda');
});

it('tells the kind by the ARN', () => {
  expect(typeOfDestination('arn:aws:events:us-east-1:1:event-bus/shop')).toBe('events');
  expect(typeOfDestination('arn:aws:s3:::failed')).toBe('s3');
});
