import type { Dimension as SdkDimension } from '@aws-sdk/client-cloudwatch';
import { invalidValue } from '../errors.ts';
import { sortDimensions, type Dimension } from '../records.ts';

const dimensionsMax = 30;

export function assertNamespace(namespace: string): void {
  if (namespace.length < 1 || namespace.length > 255 || namespace.startsWith(':'))
    throw invalidValue(
      'The parameter Namespace must have 1 to 255 characters and must not begin with a colon.',
    );
}

export function assertMetricName(name: string): void {
  if (name.length < 1 || name.length > 255)
    throw invalidValue('The parameter MetricName must have 1 to 255 characters.');
}

/** Checked and in the order in which metrics are compared. */
export function readDimensions(given: readonly SdkDimension[] = []): Dimension[] {
  if (given.length > dimensionsMax)
    throw invalidValue(`The parameter Dimensions must have at most ${dimensionsMax} entries.`);
  const names = new Set<string>();
  const dimensions = given.map(({ Name: name = '', Value: value = '' }) => {
    if (
      name.length < 1 ||
      name.length > 255 ||
      name.startsWith(':') ||
      value.length < 1 ||
      value.length > 1024
    )
      throw invalidValue('A dimension needs a name of 1 to 255 and a value of 1 to 1024 characters.');
    if (names.has(name)) throw invalidValue(`The dimension ${name} is given more than once.`);
    names.add(name);
    return { name, value };
  });
  return sortDimensions(dimensions);
}

const units = new Set(
  (
    'Seconds Microseconds Milliseconds Bytes Kilobytes Megabytes Gigabytes Terabytes Bits Kilobits Megabits Gigabits ' +
    'Terabits Percent Count Bytes/Second Kilobytes/Second Megabytes/Second Gigabytes/Second Terabytes/Second ' +
    'Bits/Second Kilobits/Second Megabits/Second Gigabits/Second Terabits/Second Count/Second None'
  ).split(' '),
);

export function assertUnit(unit: string): void {
  if (!units.has(unit)) throw invalidValue(`The parameter Unit has no value ${unit}.`);
}
