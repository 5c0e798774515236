import { invalidParameterValue } from '../errors.ts';
import { length, members, oneOf, pattern, range, type ConstraintRow } from './constraints.ts';

interface UrlInput {
  AuthType?: string | undefined;
  InvokeMode?: string | undefined;
  Cors?:
    | {
        AllowHeaders?: readonly string[] | undefined;
        AllowMethods?: readonly string[] | undefined;
        AllowOrigins?: readonly string[] | undefined;
        ExposeHeaders?: readonly string[] | undefined;
        MaxAge?: number | undefined;
      }
    | undefined;
}

export const urlQualifierConstraints: readonly ConstraintRow<{ Qualifier?: string | undefined }>[] = [
  { path: 'qualifier', read: (input) => input.Qualifier, check: length(1, 128) },
  {
    path: 'qualifier',
    read: (input) => input.Qualifier,
    check: pattern(String.raw`((?!^\d+$)^[0-9a-zA-Z-_]+$)`),
  },
];

/** Members of a list, in AWS's order of their constraints (of methods as reported, of the others by the model). */
const texts = (min: number, max: number) =>
  members(
    [
      `Member must have length less than or equal to ${max}`,
      `Member must have length greater than or equal to ${min}`,
      'Member must satisfy regular expression pattern: .*',
    ],
    length(min, max),
  );

export const urlConstraints: readonly ConstraintRow<UrlInput>[] = [
  { path: 'authType', read: (input) => input.AuthType, check: oneOf(['NONE', 'AWS_IAM']) },
  { path: 'cors.allowHeaders', read: (input) => input.Cors?.AllowHeaders, check: length(0, 100) },
  { path: 'cors.allowHeaders', read: (input) => input.Cors?.AllowHeaders, check: texts(0, 1024) },
  { path: 'cors.allowMethods', read: (input) => input.Cors?.AllowMethods, check: length(0, 6) },
  { path: 'cors.allowMethods', read: (input) => input.Cors?.AllowMethods, check: texts(0, 6) },
  { path: 'cors.allowOrigins', read: (input) => input.Cors?.AllowOrigins, check: length(0, 100) },
  { path: 'cors.allowOrigins', read: (input) => input.Cors?.AllowOrigins, check: texts(1, 253) },
  { path: 'cors.exposeHeaders', read: (input) => input.Cors?.ExposeHeaders, check: length(0, 100) },
  { path: 'cors.exposeHeaders', read: (input) => input.Cors?.ExposeHeaders, check: texts(0, 1024) },
  { path: 'cors.maxAge', read: (input) => input.Cors?.MaxAge, check: range(0, 86_400) },
  { path: 'invokeMode', read: (input) => input.InvokeMode, check: oneOf(['RESPONSE_STREAM', 'BUFFERED']) },
];

/** In the words of public reports, which have them of methods alone. */
export function assertMethods({ Cors }: UrlInput): void {
  const methods = Cors?.AllowMethods ?? [];
  if (methods.length < 2 || !methods.includes('*')) return;
  throw invalidParameterValue(
    "You can't specify additional fields for AllowMethods because you already specified the wildcard character (*).",
  );
}
