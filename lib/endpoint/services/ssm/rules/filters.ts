import type { ParameterStringFilter, ParametersFilter } from '@aws-sdk/client-ssm';
import { own } from '../../../../shared/own.ts';
import { invalidFilterKey, invalidFilterOption, invalidFilterValue } from '../errors.ts';
import type { ParameterRecord } from '../records.ts';

export type ParameterCheck = (parameter: ParameterRecord) => boolean;

type Texts = (parameter: ParameterRecord) => readonly string[];

const options: Readonly<Record<string, readonly string[]>> = {
  Name: ['Equals', 'BeginsWith', 'Contains'],
  Path: ['OneLevel', 'Recursive'],
  Type: ['Equals', 'BeginsWith'],
  KeyId: ['Equals', 'BeginsWith'],
  Tier: ['Equals', 'BeginsWith'],
  DataType: ['Equals', 'BeginsWith'],
  Label: ['Equals', 'BeginsWith'],
};

/** All filters must agree; of a filter's values one is enough. Labels count on the newest version. */
export function parameterFilter(filters: readonly ParameterStringFilter[]): ParameterCheck {
  const checks = filters.map(readFilter);
  return (parameter) => checks.every((check) => check(parameter));
}

/** The older form of DescribeParameters, which knows beginnings alone. */
export function olderFilter(filters: readonly ParametersFilter[]): ParameterCheck {
  return parameterFilter(filters.map(({ Key, Values }) => ({ Key, Option: 'BeginsWith', Values })));
}

function readFilter({ Key: key = '', Option, Values: values = [] }: ParameterStringFilter): ParameterCheck {
  const isTag = key.startsWith('tag:');
  const allowed = isTag ? ['Equals', 'BeginsWith'] : own(options, key);
  if (!allowed)
    throw invalidFilterKey(`The filter key ${key} is not one of ${Object.keys(options).join(', ')}, tag:*.`);
  const option = Option ?? (key === 'Path' ? 'OneLevel' : 'Equals');
  if (!allowed.includes(option))
    throw invalidFilterOption(
      `The filter option ${option} is not valid for the key ${key}. Valid options are ${allowed.join(', ')}.`,
    );
  if (values.length > 50 || values.some((value) => value.length < 1 || value.length > 1024))
    throw invalidFilterValue('A filter has 1 to 50 values of 1 to 1024 characters.');
  // A tag without values asks whether it is there.
  if (values.length === 0 && !isTag) throw invalidFilterValue(`The filter ${key} has no values.`);
  const textsOf = readTexts(key);
  if (values.length === 0) return (parameter) => textsOf(parameter).length > 0;
  const agrees = matcher(option);
  return (parameter) => textsOf(parameter).some((text) => values.some((value) => agrees(text, value)));
}

function matcher(option: string): (text: string, value: string) => boolean {
  switch (option) {
    case 'BeginsWith':
      return (text, value) => text.startsWith(value);
    case 'Contains':
      return (text, value) => text.includes(value);
    case 'Recursive':
      return (text, value) => text.startsWith(asFolder(value));
    case 'OneLevel':
      return (text, value) =>
        text.startsWith(asFolder(value)) && !text.slice(asFolder(value).length).includes('/');
    default:
      return (text, value) => text === value;
  }
}

export const asFolder = (path: string) => (path.endsWith('/') ? path : `${path}/`);

function readTexts(key: string): Texts {
  const tag = key.slice('tag:'.length);
  const known: Readonly<Record<string, Texts>> = {
    Name: ({ name }) => [name],
    // Names without a slash are on the first level.
    Path: ({ name }) => [name.startsWith('/') ? name : `/${name}`],
    Type: ({ newest }) => [newest.type],
    KeyId: ({ newest }) => (newest.keyId === undefined ? [] : [newest.keyId]),
    Tier: ({ newest }) => [newest.tier],
    DataType: () => ['text'],
    Label: ({ newest }) => newest.labels,
  };
  return own(known, key) ?? (({ tags }) => (tags[tag] === undefined ? [] : [tags[tag]]));
}
