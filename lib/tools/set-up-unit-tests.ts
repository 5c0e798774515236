import { buildEndpoint } from './build-endpoint.ts';

/** Before the unit tests: the bundle of the endpoint, unless the one there was made from the same sources. */
export async function setup(): Promise<void> {
  await buildEndpoint();
}
