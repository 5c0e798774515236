import type {
  ClientCertificate,
  GenerateClientCertificateRequest,
  UpdateClientCertificateRequest,
} from '@aws-sdk/client-api-gateway';
import { makeSelfSignedCertificate } from '../self-signed-certificate.ts';
import type { RequestContext } from '../service.ts';
import { badRequest, limitExceeded, notFound } from './errors.ts';
import { newId } from './identifiers.ts';
import type { RestApiParts, StoredClientCertificate } from './parts.ts';
import { applyPatch, text, type PatchRule } from './patch.ts';
import { limits } from './rules/limits.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;

/** AWS's own are good for a year. */
const lifeMs = 365 * 86_400_000;

export function findCertificateOrThrow(
  { items }: Pick<RestApiParts, 'items'>,
  place: Place,
  id: string,
): StoredClientCertificate {
  const certificate = items.clientCertificates.find(place, id);
  if (!certificate) throw notFound('Invalid Client Certificate identifier specified');
  return certificate;
}

/** Everything but the private key, which never leaves. */
export function showCertificate(stored: StoredClientCertificate): ClientCertificate {
  return {
    clientCertificateId: stored.id,
    description: stored.description,
    pemEncodedCertificate: stored.cert,
    createdDate: new Date(stored.createdMs),
    expirationDate: new Date(stored.createdMs + lifeMs),
    tags: { ...stored.tags },
  };
}

export function newCertificate(
  parts: RestApiParts,
  place: Place,
  { description, tags = {} }: GenerateClientCertificateRequest,
): StoredClientCertificate {
  if (parts.items.clientCertificates.list(place).length >= limits.clientCertificates)
    throw limitExceeded(
      `Maximum number of client certificates for this account has been reached: ${limits.clientCertificates}.`,
    );
  // Certificates have whole seconds.
  const createdMs = Math.floor(parts.clock.now() / 1000) * 1000;
  const made = makeSelfSignedCertificate({
    name: 'ApiGateway',
    from: new Date(createdMs),
    until: new Date(createdMs + lifeMs),
    extensions: ['clientAuth'],
  });
  const stored = { id: newId(6), description, tags, createdMs, ...made };
  parts.items.clientCertificates.put(place, stored.id, stored, { createdMs });
  return stored;
}

const rules: readonly PatchRule<StoredClientCertificate>[] = [text('description', { isRemovable: true })];

export function changeCertificate(
  parts: RestApiParts,
  place: Place,
  { clientCertificateId = '', patchOperations }: UpdateClientCertificateRequest,
): StoredClientCertificate {
  const stored = findCertificateOrThrow(parts, place, clientCertificateId);
  applyPatch(stored, patchOperations, rules);
  parts.items.clientCertificates.put(place, stored.id, stored, { createdMs: stored.createdMs });
  return stored;
}

/** A certificate that stages present stays. */
export function removeCertificate(parts: RestApiParts, place: Place, id: string): void {
  findCertificateOrThrow(parts, place, id);
  const users = parts.repository.listCertificateUsers(place, id);
  if (users.length > 0)
    throw badRequest(
      `Cannot delete client certificate '${id}': it is used by ${users.join(', ')}. Take it out of these stages first.`,
    );
  parts.items.clientCertificates.remove(place, id);
}
