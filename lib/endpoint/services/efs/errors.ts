import { ServiceError } from '../../errors.ts';
import type { Kind } from './records.ts';

/** EFS repeats its code in the body. */
export function refusal(
  code: string,
  status: number,
  message: string,
  more: Readonly<Record<string, string>> = {},
): ServiceError {
  return new ServiceError(code, status, message, { ErrorCode: code, ...more });
}

export const badRequest = (message: string) => refusal('BadRequest', 400, message);

const missing: Readonly<Record<Kind, readonly [code: string, title: string]>> = {
  'file-system': ['FileSystemNotFound', 'File system'],
  'mount-target': ['MountTargetNotFound', 'Mount target'],
  'access-point': ['AccessPointNotFound', 'Access point'],
};

export function notFound(kind: Kind, id: string): ServiceError {
  const [code, title] = missing[kind];
  return refusal(code, 404, `${title} '${id}' does not exist.`);
}
