/** Which copy of a function a page looks at: the working copy, a published version or an alias. */

/** The working copy; in our addresses it is written by leaving the qualifier out. */
export const workingCopy = '$LATEST';

const pattern = /^[a-zA-Z0-9-_]{1,128}$/;

/** A version number or the name of an alias from an address; undefined for the working copy and for nonsense. */
export function readQualifier(value: unknown): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

/** Versions are numbers; an alias never is. */
export function isVersionNumber(qualifier: string): boolean {
  return /^\d+$/.test(qualifier);
}

/** The ARN of a function as one of its versions or aliases. */
export function qualifiedArn(arn: string, qualifier: string | undefined): string {
  return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}
