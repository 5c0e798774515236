import type { MetricDatum } from '@aws-sdk/client-cloudwatch';
import { invalidCombination, invalidValue, missingParameter } from '../errors.ts';
import { addValue, emptyTally, type Tally } from '../tally.ts';

const pastMsMax = 14 * 86_400_000;
const futureMsMax = 2 * 3_600_000;
const valuesMax = 150;
const magnitudeMax = 2 ** 360;

/** The values of one datum, which come in one of three forms. */
export function tallyOf(datum: MetricDatum): Tally {
  const forms = [datum.Value, datum.Values, datum.StatisticValues].filter((form) => form !== undefined);
  if (forms.length === 0)
    throw missingParameter('At least one of the parameters Value, Values and StatisticValues must be given.');
  if (forms.length > 1)
    throw invalidCombination('The parameters Value, Values and StatisticValues are mutually exclusive.');
  if (datum.StatisticValues) return fromStatistics(datum.StatisticValues);
  const values = datum.Values ?? [datum.Value ?? 0];
  const counts = datum.Counts ?? values.map(() => 1);
  if (values.length === 0 || values.length > valuesMax)
    throw invalidValue(`The parameter Values must have 1 to ${valuesMax} entries.`);
  if (counts.length !== values.length)
    throw invalidValue('The parameters Values and Counts must have the same number of entries.');
  const tally = emptyTally();
  values.forEach((value, index) => {
    const count = counts[index] ?? 1;
    assertNumber('Value', value);
    if (!Number.isFinite(count) || count < 0)
      throw invalidValue('The parameter Counts must hold positive numbers.');
    if (count > 0) addValue(tally, value, count);
  });
  return tally;
}

/** What lies between minimum and maximum is not known; the sketch takes the mean for it. */
function fromStatistics(set: NonNullable<MetricDatum['StatisticValues']>): Tally {
  const { SampleCount: count = 0, Sum: sum = 0, Minimum: min = 0, Maximum: max = 0 } = set;
  for (const [name, value] of Object.entries({ count, sum, min, max })) assertNumber(name, value);
  if (count <= 0) throw invalidValue('The parameter SampleCount must be greater than 0.');
  if (min > max) throw invalidValue('The parameter Minimum must not be greater than Maximum.');
  const tally = emptyTally();
  if (min === max) addValue(tally, min, count);
  else {
    const ends = Math.min(1, count / 2);
    addValue(tally, min, ends);
    addValue(tally, max, ends);
    const left = count - 2 * ends;
    if (left > 0) addValue(tally, Math.min(max, Math.max(min, (sum - ends * (min + max)) / left)), left);
  }
  return { ...tally, count, sum, min, max };
}

function assertNumber(name: string, value: number): void {
  if (!Number.isFinite(value) || Math.abs(value) > magnitudeMax)
    throw invalidValue(`The parameter ${name} must be a number between -2^360 and 2^360.`);
}

/** The minute, seconds since 1970, that a datum belongs to. */
export function minuteOf(timestamp: Date | undefined, nowMs: number): number {
  const ms = timestamp?.getTime() ?? nowMs;
  if (!(ms >= nowMs - pastMsMax && ms <= nowMs + futureMsMax))
    throw invalidValue('The parameter Timestamp must lie between two weeks ago and two hours from now.');
  return Math.floor(ms / 60_000) * 60;
}
