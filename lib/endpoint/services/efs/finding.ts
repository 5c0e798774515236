import { randomBytes } from 'node:crypto';
import { parseArn, partitionOf } from '../../../shared/arn.ts';
import { badRequest, notFound } from './errors.ts';
import type { EfsParts } from './parts.ts';
import type { Kind, Place, RecordOf } from './records.ts';

export function newId(prefix: string): string {
  return prefix + randomBytes(9).toString('hex').slice(0, 17);
}

export function efsArn(
  { region, accountId }: Place,
  kind: 'file-system' | 'access-point',
  id: string,
): string {
  return `arn:${partitionOf(region)}:elasticfilesystem:${region}:${accountId}:${kind}/${id}`;
}

/** By id, or by its ARN in this account and Region. */
export function findOrThrow<K extends Kind>(
  parts: EfsParts,
  place: Place,
  kind: K,
  name: string,
): RecordOf[K] {
  const arn = parseArn(name);
  const isHere =
    !arn ||
    (arn.service === 'elasticfilesystem' && arn.account === place.accountId && arn.region === place.region);
  const id = arn ? arn.resource.slice(`${kind}/`.length) : name;
  const found = isHere ? parts.repository.find(place, kind, id) : undefined;
  if (!found) throw notFound(kind, id);
  return found;
}

/** What of EFS can have tags: its kind follows from the id. */
export function findTagged(parts: EfsParts, place: Place, name: string) {
  const id = name.split('/').at(-1) ?? '';
  if (id.startsWith('fsap-'))
    return { kind: 'access-point' as const, record: findOrThrow(parts, place, 'access-point', name) };
  return { kind: 'file-system' as const, record: findOrThrow(parts, place, 'file-system', name) };
}

/** The id after which a listing goes on. */
export function readMarker(marker: string | undefined): string {
  if (!marker) return '';
  const text = Buffer.from(marker, 'base64url').toString();
  if (!text.startsWith('after:')) throw badRequest('Invalid pagination token.');
  return text.slice('after:'.length);
}

const pageSizeMax = 1000;

/** One page of a kind; `next` continues it. */
export function pageOf<K extends Kind>(
  parts: EfsParts,
  place: Place,
  kind: K,
  input: { fileSystemId?: string | undefined; size: number | undefined; marker: string | undefined },
): { page: RecordOf[K][]; next: string | undefined } {
  const size = Math.min(input.size ?? 100, pageSizeMax);
  if (size < 1) throw badRequest('The page size must be 1 or more.');
  const found = parts.repository.page(place, kind, input.fileSystemId, {
    after: readMarker(input.marker),
    countMax: size + 1,
  });
  const page = found.slice(0, size);
  const last = page.at(-1);
  const isMore = found.length > size && last !== undefined;
  return { page, next: isMore ? Buffer.from(`after:${last.id}`).toString('base64url') : undefined };
}
