import type {
  CreateDomainNameCommandInput,
  PatchOperation,
  SecurityPolicy,
} from '@aws-sdk/client-api-gateway';
import * as z from 'zod';
import { mappingPathPattern, type DomainName } from '../domain/domain-name';
import { routingModes } from '../domain/routing-rule';
import { linesOfTags, tagsOfLines } from '../domain/tag-lines';
import { apiIdSchema } from './apis';
import { placeSchema } from './place';

export type DomainField =
  | 'domainName'
  | 'endpointType'
  | 'certificateArn'
  | 'securityPolicy'
  | 'routingMode'
  | 'truststoreUri'
  | 'tags';
export type DomainTexts = Readonly<Record<DomainField, string>>;

export const domainNameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/,
    'Enter a domain name, such as api.example.com.',
  );
const values = z.object({
  domainName: domainNameSchema,
  endpointType: z.enum(['REGIONAL', 'EDGE']),
  certificateArn: z
    .string()
    .trim()
    .max(2_048)
    .regex(/^arn:[^:]+:(acm|iam):.+$/, 'Enter the ARN of a certificate.'),
  securityPolicy: z.string().min(1).max(128),
  /** Empty where an endpoint knows none. */
  routingMode: z.enum(['', ...routingModes]),
  truststoreUri: z
    .string()
    .trim()
    .max(2_048)
    .regex(/^(s3:\/\/[^/\s]+\/\S+)?$/, 'Enter an address such as s3://bucket/truststore.pem.'),
  tags: z.string().max(20_000),
});

export const createDomainSchema = z.object({ place: placeSchema, values });
export const oneDomainSchema = z.object({ place: placeSchema, domainName: domainNameSchema });
export const updateDomainSchema = oneDomainSchema.extend({
  values,
  revisionId: z.string().max(64).optional(),
});
export const mappingSchema = oneDomainSchema.extend({
  /** The mapping that is changed; absent for a new one. */
  before: z.object({ id: z.string().max(64), path: z.string().max(300) }).optional(),
  isEdge: z.boolean(),
  apiId: apiIdSchema,
  stage: z.string().regex(/^(\$default|[A-Za-z0-9_-]{1,128})$/, 'Choose an API and a stage.'),
  path: z
    .string()
    .trim()
    .max(300)
    .refine(
      (path) => path === '' || mappingPathPattern.test(path),
      "Segments of letters, digits and $-_.+!*'() with slashes between them.",
    ),
});
export const removeMappingSchema = oneDomainSchema.extend({
  isEdge: z.boolean(),
  id: z.string().max(64),
  path: z.string().max(300),
});

export const domainMemberFields: Readonly<Record<string, string>> = {
  domainName: 'domainName',
  certificateArn: 'certificateArn',
  regionalCertificateArn: 'certificateArn',
  securityPolicy: 'securityPolicy',
  routingMode: 'routingMode',
  mutualTlsAuthentication: 'truststoreUri',
  tags: 'tags',
};

export function domainTexts(domain: DomainName): DomainTexts {
  return {
    domainName: domain.id,
    endpointType: domain.endpointType,
    certificateArn: domain.certificateArn,
    securityPolicy: domain.securityPolicy,
    routingMode: domain.routingMode,
    truststoreUri: domain.truststoreUri,
    tags: linesOfTags(domain.tags),
  };
}

export function domainToInput(texts: z.output<typeof values>): CreateDomainNameCommandInput {
  const { domainName, endpointType, certificateArn, truststoreUri, tags } = texts;
  return {
    domainName,
    endpointConfiguration: { types: [endpointType] },
    ...(endpointType === 'EDGE' ? { certificateArn } : { regionalCertificateArn: certificateArn }),
    securityPolicy: texts.securityPolicy as SecurityPolicy,
    // Of new domains AWS's default is left unsaid: other endpoints may not know the member.
    ...(texts.routingMode !== '' &&
      texts.routingMode !== 'BASE_PATH_MAPPING_ONLY' && { routingMode: texts.routingMode }),
    ...(truststoreUri && { mutualTlsAuthentication: { truststoreUri } }),
    ...(tags.trim() && { tags: tagsOfLines(tags) }),
  };
}

/** What turns a domain into what was typed; its tags are changed by themselves. */
export function domainPatch(before: DomainTexts, after: DomainTexts): PatchOperation[] {
  const certificate = before.endpointType === 'EDGE' ? '/certificateArn' : '/regionalCertificateArn';
  const members: readonly (readonly [string, DomainField])[] = [
    [certificate, 'certificateArn'],
    ['/securityPolicy', 'securityPolicy'],
    ['/routingMode', 'routingMode'],
    ['/mutualTlsAuthentication/truststoreUri', 'truststoreUri'],
  ];
  return members
    .filter(([, field]) => before[field] !== after[field])
    .map(([path, field]) => ({ op: 'replace', path, value: after[field] }));
}
