import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { makeCertificate, type Certificate } from '../data-plane/database-proxy/certificate.ts';
import { createDatabaseProxyPlane } from '../data-plane/database-proxy/plane.ts';
import { systemClock } from '../services/clock.ts';
import type { RdsService } from '../services/rds/index.ts';
import { writeDurably } from '../store/files.ts';
import { createUrlCallers } from './url-callers.ts';

/** Has the proxies of RDS listen, those of the last run first; what is returned stops them. */
export async function startDatabaseProxies(options: {
  readonly rds: RdsService;
  readonly folder: string;
  readonly keys: ReadonlyMap<string, string>;
}): Promise<() => Promise<void>> {
  const callerOf = createUrlCallers(options.keys, Date.now, 'rds-db');
  const plane = createDatabaseProxyPlane({
    certificate: () => openCertificate(options.folder),
    clock: systemClock,
    // A token is pasted by who has it, not followed by a browser.
    callerOf: (request) => callerOf(request, new Uint8Array(), { mayBeInQuery: true }),
  });
  await options.rds.start(plane);
  return () => plane.closeAll();
}

/** The certificate of the data folder, made when it is first needed. Clients may be given the file to trust it. */
async function openCertificate(folder: string): Promise<Certificate> {
  const files = { key: path.join(folder, 'rds-proxy.key'), cert: path.join(folder, 'rds-proxy.crt') };
  try {
    return { key: await readFile(files.key, 'utf8'), cert: await readFile(files.cert, 'utf8') };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const made = makeCertificate();
  await writeDurably(files.key, Buffer.from(made.key), `${files.key}.new`);
  await writeDurably(files.cert, Buffer.from(made.cert), `${files.cert}.new`);
  return made;
}
