import { invalidRequest } from '../errors.ts';

export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Hours that AWS allows; its words are unconfirmed. */
export function readTimeRange(from: Date, to: Date, hoursMax: number): TimeRange {
  const fromMs = from.getTime();
  const toMs = to.getTime();
  if (fromMs > toMs) throw invalidRequest('StartTime must not be after EndTime.');
  if (toMs - fromMs > hoursMax * 3_600_000)
    throw invalidRequest(`Time range cannot be longer than ${hoursMax} hours.`);
  return { fromMs, toMs };
}
