import 'server-only';
import {
  GetClientCertificateCommand,
  paginateGetClientCertificates,
  type ClientCertificate as Output,
} from '@aws-sdk/client-api-gateway';
import type { Basis } from '@/lib/domain/basis';
import type { ConsoleError } from '@/lib/domain/console-error';
import { clientCertificateTexts, type ClientCertificateTexts } from '@/lib/forms/client-certificates';
import { contentRevision } from '@/lib/queries/content-revision';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';
import { succeed, type Result } from '@/lib/shared/result';

export interface ClientCertificateRow {
  readonly id: string;
  readonly description: string;
  /** ISO times. */
  readonly createdAt: string | undefined;
  readonly expiresAt: string | undefined;
  readonly isExpired: boolean;
}

export interface ClientCertificateDetails extends ClientCertificateRow {
  /** The public part; AWS never hands out the key. */
  readonly pem: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** AWS allows 60 in a Region. */
const certificatesMax = 500;

function viewOf(output: Output): ClientCertificateDetails {
  return {
    id: output.clientCertificateId ?? '',
    description: output.description ?? '',
    createdAt: output.createdDate?.toISOString(),
    expiresAt: output.expirationDate?.toISOString(),
    isExpired: output.expirationDate !== undefined && output.expirationDate.getTime() < Date.now(),
    pem: output.pemEncodedCertificate ?? '',
    tags: output.tags ?? {},
  };
}

/** All client certificates, the newest first, without what they say. */
export function listClientCertificates(
  place: Place,
): Promise<Result<{ rows: readonly ClientCertificateRow[]; isCut: boolean }, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetClientCertificates', async (aws) => {
    const client = await aws.apiGateway();
    const rows: ClientCertificateRow[] = [];
    for await (const page of paginateGetClientCertificates({ client, pageSize: 500 }, {})) {
      for (const { id, description, createdAt, expiresAt, isExpired } of (page.items ?? []).map(viewOf))
        rows.push({ id, description, createdAt, expiresAt, isExpired });
      if (rows.length >= certificatesMax) break;
    }
    return {
      rows: rows.sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? '')),
      isCut: rows.length >= certificatesMax,
    };
  });
}

export function getClientCertificate(
  place: Place,
  id: string,
): Promise<Result<ClientCertificateDetails, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetClientCertificate', async (aws) => {
    const client = await aws.apiGateway();
    return viewOf(await client.send(new GetClientCertificateCommand({ clientCertificateId: id })));
  });
}

/** What the form of a certificate is filled from. */
export async function getClientCertificateBasis(
  place: Place,
  id: string,
): Promise<Result<Basis<ClientCertificateTexts>, ConsoleError>> {
  const found = await getClientCertificate(place, id);
  if (!found.ok) return found;
  const values = clientCertificateTexts(found.data);
  return succeed({ values, revisionId: contentRevision(values), readAt: new Date().toISOString() });
}

/** Certificates for a choice in a form; none where they cannot be read. */
export async function listClientCertificateChoices(place: Place) {
  const list = await listClientCertificates(place);
  return list.ok ? list.data.rows.map(({ id, description }) => ({ id, description })) : [];
}
