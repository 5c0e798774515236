/**
 * Which statements leave something behind in their session, so that the next one must meet the same connection. In doubt
 * a text pins. The list is AWS's for RDS for PostgreSQL, and what it leaves to "functions" is taken by name.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-pinning.html
 */
const starts =
  /(?:^|;)\s*(?:prepare|deallocate|execute|discard|declare|listen|unlisten|load|reset|do|call|lock)\b/i;
const sets = /(?:^|;)\s*set\b/i;
const words =
  /\b(?:temp|temporary|pg_temp\w*|nextval|setval|currval|lastval|pg_advisory\w*|pg_try_advisory\w*|set_config|with\s+hold|dblink\w*|setseed)\b/i;

const comments = /--[^\n]*|\/\*[\s\S]*?\*\//g;

/** AWS pins for texts longer than this, too. */
export const textBytesMax = 16_384;

export function doesPin(text: string, filters: { readonly keepsOnSet: boolean }): boolean {
  // Comments can hide a beginning, and quotes can look like comments: both readings count.
  return [text, text.replace(comments, ' ')].some(
    (reading) => starts.test(reading) || words.test(reading) || (!filters.keepsOnSet && sets.test(reading)),
  );
}
