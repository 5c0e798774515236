import * as z from 'zod';
import { linesOfTags } from '../domain/tag-lines';
import { gatewayIdSchema } from './api-keys';
import { placeSchema } from './place';

export type ClientCertificateField = 'description' | 'tags';
export type ClientCertificateTexts = Readonly<Record<ClientCertificateField, string>>;

const values = z.object({ description: z.string().max(1_024), tags: z.string().max(20_000) });

export const generateClientCertificateSchema = z.object({ place: placeSchema, values });
export const oneClientCertificateSchema = z.object({ place: placeSchema, id: gatewayIdSchema });
export const updateClientCertificateSchema = oneClientCertificateSchema.extend({
  values,
  revisionId: z.string().max(64).optional(),
});

export const clientCertificateMemberFields: Readonly<Record<string, string>> = {
  description: 'description',
  tags: 'tags',
};

export function clientCertificateTexts(certificate: {
  readonly description: string;
  readonly tags: Readonly<Record<string, string>>;
}): ClientCertificateTexts {
  return { description: certificate.description, tags: linesOfTags(certificate.tags) };
}
