/**
 * The same change as an AWS CLI command: what the review panel shows. Text only; secrets must be replaced
 * by the caller before they come here.
 */

export type CliValue = string | number | boolean | readonly CliValue[] | { readonly [key: string]: CliValue };

/** Quotes one argument for a POSIX shell; what needs no quotes gets none. */
export function shellQuote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function argument(value: CliValue): string {
  if (typeof value === 'object') return shellQuote(JSON.stringify(value));
  return shellQuote(String(value));
}

export interface CliOptions {
  readonly region: string;
  /** Given for endpoints that are not AWS itself. */
  readonly endpointUrl?: string;
  readonly profile?: string;
}

/**
 * A command over several lines: `cliCommand('lambda', 'update-function-configuration', {…}, {…})`. A `true`
 * value is a bare flag, `false` and undefined are left out; objects and lists become JSON.
 */
export function cliCommand(
  service: string,
  operation: string,
  parameters: Readonly<Record<string, CliValue | undefined>>,
  options: CliOptions,
): string {
  const lines = [`aws ${service} ${operation}`];
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === false) continue;
    lines.push(value === true ? `--${name}` : `--${name} ${argument(value)}`);
  }
  lines.push(`--region ${shellQuote(options.region)}`);
  if (options.profile) lines.push(`--profile ${shellQuote(options.profile)}`);
  if (options.endpointUrl) lines.push(`--endpoint-url ${shellQuote(options.endpointUrl)}`);
  return lines.join(' \\\n  ');
}
