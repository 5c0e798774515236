import { invalidParameterValue } from './errors.ts';
import { functionsPageMax } from './rules/limits.ts';

/** A page holds 50 whatever is asked for. */
export function pageSize(maxItems: number | undefined): number {
  return Math.min(maxItems ?? functionsPageMax, functionsPageMax);
}

/** Markers are opaque to callers; inside is the name of the last item of the page before. */
export function encodeMarker(lastName: string): string {
  return Buffer.from(JSON.stringify({ after: lastName })).toString('base64url');
}

/** The name to go on after; the empty text for the first page. AWS's words for a made-up marker are unconfirmed. */
export function decodeMarker(marker: string | undefined): string {
  if (!marker) return '';
  try {
    const parsed: unknown = JSON.parse(Buffer.from(marker, 'base64url').toString());
    if (
      typeof parsed === 'object' &&
      parsed !== null &&
      'after' in parsed &&
      typeof parsed.after === 'string'
    ) {
      return parsed.after;
    }
  } catch {
    // Not one of ours: refused below.
  }
  throw invalidParameterValue('Invalid marker. Use the NextMarker of the previous page as it was returned.');
}
