import { length, oneOf, pattern, range, type ConstraintRow } from './constraints.ts';

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

export const urlConstraints: readonly ConstraintRow<UrlInput>[] = [
  { path: 'authType', read: (input) => input.AuthType, check: oneOf(['NONE', 'AWS_IAM']) },
  { path: 'cors.allowHeaders', read: (input) => input.Cors?.AllowHeaders, check: length(0, 100) },
  { path: 'cors.allowMethods', read: (input) => input.Cors?.AllowMethods, check: length(0, 6) },
  { path: 'cors.allowOrigins', read: (input) => input.Cors?.AllowOrigins, check: length(0, 100) },
  { path: 'cors.exposeHeaders', read: (input) => input.Cors?.ExposeHeaders, check: length(0, 100) },
  { path: 'cors.maxAge', read: (input) => input.Cors?.MaxAge, check: range(0, 86_400) },
  { path: 'invokeMode', read: (input) => input.InvokeMode, check: oneOf(['RESPONSE_STREAM', 'BUFFERED']) },
];
