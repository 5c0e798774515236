import { badRequest } from '../errors.ts';
import type { FileSystemRecord } from '../records.ts';

type Throughput = Pick<FileSystemRecord, 'throughputMode' | 'provisionedMibps'>;

/** The figure belongs to one mode alone. */
export function readThroughput(
  input: { ThroughputMode?: string | undefined; ProvisionedThroughputInMibps?: number | undefined },
  before: Throughput = { throughputMode: 'bursting' },
): Throughput {
  const mode = input.ThroughputMode ?? before.throughputMode;
  if (mode !== 'bursting' && mode !== 'provisioned' && mode !== 'elastic')
    throw badRequest(`The throughput mode '${mode}' is invalid.`);
  const given = input.ProvisionedThroughputInMibps;
  if (mode !== 'provisioned') {
    if (given !== undefined)
      throw badRequest('ProvisionedThroughputInMibps is for the throughput mode provisioned alone.');
    return { throughputMode: mode };
  }
  const provisionedMibps = given ?? before.provisionedMibps;
  if (provisionedMibps === undefined || provisionedMibps < 1 || provisionedMibps > 3414)
    throw badRequest('ProvisionedThroughputInMibps must be between 1 and 3414.');
  return { throughputMode: mode, provisionedMibps };
}
