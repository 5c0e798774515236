import type { ListSecretsRequest, ListSecretsResponse } from '@aws-sdk/client-secrets-manager';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { invalidToken, outOfBounds } from '../errors.ts';
import { secretOutput } from '../output.ts';
import type { SecretsParts } from '../parts.ts';
import type { SecretRecord } from '../records.ts';
import type { SecretOrder, SecretPage } from '../repository.ts';
import { secretFilter } from '../rules/filters.ts';
import { readCount } from '../rules/input.ts';

/** Rows looked at for one answer; a page with few matches says where to go on. */
const rowsMax = 1000;

export function listSecrets(parts: SecretsParts): Operation<Given<ListSecretsRequest>, ListSecretsResponse> {
  const { repository, clock } = parts;
  return (input, context) => {
    const size = readCount(input.MaxResults, 100);
    const matches = secretFilter(input.Filters ?? []);
    const order = readOrder(input.SortBy);
    const isShown = (secret: SecretRecord) =>
      (input.IncludePlannedDeletion === true || secret.deletionMs === undefined) &&
      (secret.deletionMs === undefined || secret.deletionMs > clock.now()) &&
      matches(secret);
    const rows = repository.pageOfSecrets(context, {
      order,
      isDescending: input.SortOrder === undefined ? order !== 'name' : input.SortOrder === 'desc',
      after: readToken(input.NextToken, order),
      countMax: rowsMax,
    });
    const shown: SecretRecord[] = [];
    let seen = 0;
    for (const secret of rows) {
      if (shown.length === size) break;
      seen += 1;
      if (isShown(secret)) shown.push(secret);
    }
    const last = rows[seen - 1];
    const hasMore = last !== undefined && (seen < rows.length || rows.length === rowsMax);
    return {
      SecretList: shown.map((secret) => ({
        ...secretOutput(secret),
        SecretVersionsToStages: repository.stagesOf(secret),
      })),
      ...(hasMore && { NextToken: tokenOf(last, order) }),
    };
  };
}

function readOrder(by: string | undefined): SecretOrder {
  switch (by) {
    case undefined:
    case 'created-date':
      return 'created';
    case 'last-changed-date':
      return 'changed';
    case 'name':
      return 'name';
    case 'last-accessed-date':
      throw notImplemented('Listing secrets by last-accessed-date');
    default:
      throw outOfBounds(
        'sortBy',
        'Member must satisfy enum value set: [created-date, last-accessed-date, last-changed-date, name]',
      );
  }
}

function keyOf(secret: SecretRecord, order: SecretOrder): string | number {
  return { name: secret.name, created: secret.createdMs, changed: secret.changedMs }[order];
}

function tokenOf(secret: SecretRecord, order: SecretOrder): string {
  return Buffer.from(JSON.stringify([order, keyOf(secret, order), secret.name])).toString('base64url');
}

function readToken(token: string | undefined, order: SecretOrder): SecretPage['after'] {
  if (token === undefined) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    throw invalidToken();
  }
  const [of, key, name] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
  const isKey = typeof key === (order === 'name' ? 'string' : 'number');
  if (of !== order || !isKey || typeof name !== 'string') throw invalidToken();
  return { key: key as string | number, name };
}
