import { ServiceError } from '../errors.ts';
import type { Member, Shape } from './aws-schema.ts';
import type { CatalogueEntry } from './catalogue.ts';

const demanding = new Map<Shape, boolean>();

/** Whether anything below a shape is required; most inputs are not worth walking. */
function demands(shape: Shape): boolean {
  const known = demanding.get(shape);
  if (known !== undefined) return known;
  // A recursive shape is not demanding because of itself.
  demanding.set(shape, false);
  const result =
    shape.kind === 'structure' || shape.kind === 'union'
      ? shape.members.some((member) => member.isRequired || demands(member.shape))
      : (shape.kind === 'list' || shape.kind === 'map') && demands(shape.element.shape);
  demanding.set(shape, result);
  return result;
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function collect(
  shape: Shape,
  value: unknown,
  path: string,
  missing: { path: string; member: Member }[],
): void {
  if (typeof value !== 'object' || value === null || !demands(shape)) return;
  if (shape.kind === 'list' && Array.isArray(value)) {
    value.forEach((item, index) =>
      collect(shape.element.shape, item, `${path}.${index + 1}.member`, missing),
    );
  } else if (shape.kind === 'map') {
    for (const [key, item] of Object.entries(value))
      collect(shape.element.shape, item, `${path}.${key}.member`, missing);
  } else {
    for (const member of shape.members) {
      const found = (value as Readonly<Record<string, unknown>>)[member.name];
      const memberPath = path === '' ? lowerFirst(member.name) : `${path}.${lowerFirst(member.name)}`;
      if (found === undefined || found === null) {
        if (member.isRequired) missing.push({ path: memberPath, member });
      } else collect(member.shape, found, memberPath, missing);
    }
  }
}

/** Throws the service's own validation error when a required member, also of a nested structure, is missing. */
export function assertRequiredMembers(entry: CatalogueEntry, shape: Shape, input: unknown): void {
  if (!demands(shape)) return;
  const missing: { path: string; member: Member }[] = [];
  collect(shape, input, '', missing);
  const first = missing[0];
  if (!first) return;
  const { code, wording } = entry.missingMember;
  if (wording === 'parameter')
    throw new ServiceError(code, 400, `The request must contain the parameter ${first.member.name}.`);
  const sentences = missing.map(
    ({ path }) => `Value null at '${path}' failed to satisfy constraint: Member must not be null`,
  );
  const errors = missing.length === 1 ? 'validation error' : 'validation errors';
  throw new ServiceError(code, 400, `${missing.length} ${errors} detected: ${sentences.join('; ')}`);
}
