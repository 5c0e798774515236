import 'server-only';
import { loadConfig, parseKnownFiles } from '@smithy/core/config';
import { ConnectionError } from '@/lib/connections/connection';

/**
 * The address that a profile of the user's AWS files names (`endpoint_url`), which the SDK reads for its own default
 * profile alone: without it, calls meant for that address would go to AWS. Throws a ConnectionError
 * `address-refused` for a profile that names an address for each service: a connection has one.
 */
export async function profileEndpoint(profile: string): Promise<string | undefined> {
  const section = (await parseKnownFiles({ ignoreCache: true }))[profile];
  if (section?.services !== undefined) {
    const message =
      `Profile ${profile} names addresses for single services (services = ${section.services}), and a connection has ` +
      'one address for all. Make a connection of the kind custom endpoint instead.';
    throw new ConnectionError('address-refused', message);
  }
  if (section?.endpoint_url === undefined || (await ignoresAddresses())) return undefined;
  return section.endpoint_url;
}

/** Whether the user said that addresses in files and environment do not count. */
const ignoresAddresses = loadConfig<boolean>({
  environmentVariableSelector: (env) => env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true',
  configFileSelector: (profile) => profile['ignore_configured_endpoint_urls'] === 'true',
  default: false,
});
