import type { Logger } from '../log.ts';
import type { Runtimes } from '../runtimes/launch.ts';
import { seedSamples } from '../samples/seed.ts';
import type { Service } from '../services/service.ts';
import type { Store } from '../store/database.ts';
import type { EndpointFolders } from './endpoint.ts';

/** A failure is logged: an endpoint without its samples is of use all the same. */
export async function createSamples(parts: {
  lambda: Service;
  iam: Service;
  runtimes: Runtimes;
  folders: EndpointFolders;
  url: string;
  logger: Logger;
  store: Store;
  signal: AbortSignal;
}): Promise<void> {
  try {
    const names = await seedSamples({
      lambda: parts.lambda,
      iam: parts.iam,
      found: parts.runtimes.found,
      sourcesFolder: parts.folders.samples,
      baseUrl: parts.url,
      dataFolder: parts.store.folder,
      signal: parts.signal,
    });
    parts.logger.info({ names }, 'Created the sample functions');
  } catch (error) {
    parts.logger.error({ err: error }, 'The sample functions could not all be created');
  }
}
