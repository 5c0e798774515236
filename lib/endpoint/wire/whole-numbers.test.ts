import { expect, it } from 'vitest';
import { readServiceModel, type Shape } from './aws-schema.ts';
import { CATALOGUE, SHIPPED_SCHEMAS } from './catalogue.ts';
import { FRACTIONAL_MEMBERS } from './whole-numbers.ts';

/** Names of all numbers, and of lists and maps of them, below a shape. */
function collectNumbers(shape: Shape, found: Set<string>, seen: Set<Shape>): void {
  if (seen.has(shape)) return;
  seen.add(shape);
  for (const member of shape.members) {
    let inner = member.shape;
    while (inner.kind === 'list' || inner.kind === 'map') inner = inner.element.shape;
    if (inner.kind === 'number') found.add(`${shape.name}.${member.name}`);
    else collectNumbers(inner, found, seen);
  }
}

it('the members that may be fractions are numbers of inputs, by the names the SDK has for them', async () => {
  const found = new Set<string>();
  const seen = new Set<Shape>();
  for (const entry of CATALOGUE) {
    const schemas = await SHIPPED_SCHEMAS[entry.name]?.();
    if (!schemas) continue;
    for (const { input } of readServiceModel(entry, schemas).operations.values())
      collectNumbers(input, found, seen);
  }
  expect(FRACTIONAL_MEMBERS.filter((name) => !found.has(name))).toEqual([]);
});
