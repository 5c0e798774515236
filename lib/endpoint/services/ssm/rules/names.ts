import { parseArn } from '../../../../shared/arn.ts';
import { outOfBounds, reservedName, tooManyLevels, validation } from '../errors.ts';

const levelsMax = 15;

/** For a new parameter; the order of checks is unconfirmed. */
export function assertNewName(name: string): void {
  if (name.length < 1 || name.length > 1011)
    throw validation(
      'Parameter name must not be longer than 1011 characters together with the ARN before it, and not be empty.',
    );
  if (name.includes('/') && !name.startsWith('/'))
    throw validation('Parameter name must be a fully qualified name.');
  if (/^\/?ssm/i.test(name) || !/^[\w.\-/]+$/.test(name) || /\/\/|.\/$/.test(name)) {
    throw validation(
      `Parameter name: can't be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_`,
    );
  }
  if (/^\/?aws/i.test(name)) throw reservedName(name);
  if (name.split('/').length - 1 > levelsMax) throw tooManyLevels();
}

export interface Selected {
  readonly name: string;
  /** As it was written, e.g. `:3` or `:prod`. */
  readonly selector: string;
}

/** `name`, `name:version`, `name:label`, or the ARN of one. */
export function readSelector(text: string): Selected {
  if (text.length < 1 || text.length > 2048)
    throw outOfBounds('name', 'Member must have length between 1 and 2048');
  const arn = parseArn(text);
  const whole = arn ? nameOfResource(arn.resource) : text;
  const colon = whole.indexOf(':');
  return colon < 0
    ? { name: whole, selector: '' }
    : { name: whole.slice(0, colon), selector: whole.slice(colon) };
}

/** `parameter/a/b` is of `/a/b`, and `parameter/a` of `a`: one part has no slash in its ARN to tell by. */
function nameOfResource(resource: string): string {
  const name = resource.replace(/^parameter\//, '');
  return name.includes('/') ? `/${name}` : name;
}

export function assertLabels(labels: readonly string[]): void {
  if (labels.length < 1 || labels.length > 10)
    throw outOfBounds('labels', 'Member must have length between 1 and 10');
  if (labels.some((label) => label.length < 1 || label.length > 100))
    throw outOfBounds('labels.member', 'Member must have length between 1 and 100');
}

/** Labels that AWS answers back as invalid instead of refusing the whole. */
export function isLabel(label: string): boolean {
  return /^[a-zA-Z_.-][\w.-]*$/.test(label) && !/^(aws|ssm)/i.test(label);
}

export function assertNames(names: readonly string[]): void {
  if (names.length < 1 || names.length > 10)
    throw outOfBounds('names', 'Member must have length between 1 and 10');
}
