import { invalidParameterValue } from '../errors.ts';

const visibilitySecondsMax = 43_200;

export function assertVisibility(seconds: number | undefined): void {
  if (seconds === undefined || (seconds >= 0 && seconds <= visibilitySecondsMax)) return;
  throw invalidParameterValue(
    `Value ${seconds} for parameter VisibilityTimeout is invalid. Reason: VisibilityTimeout must be an integer between 0 and ${visibilitySecondsMax}.`,
  );
}
