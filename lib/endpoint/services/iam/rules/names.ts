import { validationError } from '../errors.ts';

const nameCharacters = /^[\w+=,.@-]+$/;

function assertName(member: string, value: string, lengthMax: number): void {
  if (value.length > lengthMax) {
    throw validationError(
      `1 validation error detected: Value '${value.slice(0, 300)}' at '${member}' failed to satisfy constraint: ` +
        `Member must have length less than or equal to ${lengthMax}`,
    );
  }
  if (!nameCharacters.test(value)) {
    throw validationError(
      `The specified value for ${member} is invalid. It must contain only alphanumeric characters and/or the ` +
        'following: +=,.@_-',
    );
  }
}

export function assertRoleName(value: string): void {
  assertName('roleName', value, 64);
}

export function assertPolicyName(value: string): void {
  assertName('policyName', value, 128);
}

/** `/` or `/team/build/`, at most 512 characters. */
export function assertPath(value: string): void {
  if (value.length <= 512 && /^\/(?:[\x21-\x2e\x30-\x7e]+\/)*$/.test(value)) return;
  throw validationError(
    'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric ' +
      'characters and/or / characters.',
  );
}

export function assertMaxSession(seconds: number): void {
  if (Number.isInteger(seconds) && seconds >= 3600 && seconds <= 43_200) return;
  throw validationError(
    `1 validation error detected: Value '${seconds}' at 'maxSessionDuration' failed to satisfy constraint: ` +
      `Member must have value ${seconds < 3600 ? 'greater than or equal to 3600' : 'less than or equal to 43200'}`,
  );
}

export function assertDescription(description: string | undefined): void {
  if (description === undefined || description.length <= 1000) return;
  throw validationError(
    "1 validation error detected: Value at 'description' failed to satisfy constraint: Member must have length " +
      'less than or equal to 1000',
  );
}
