import { expect, it } from 'vitest';
import { createDomainSchema, domainPatch, domainToInput, mappingSchema } from './domain-names';

const place = { connectionId: 'local', region: 'us-east-1' };
const values = {
  domainName: ' API.example.com ',
  endpointType: 'REGIONAL',
  certificateArn: 'arn:aws:acm:us-east-1:000000000000:certificate/a',
  securityPolicy: 'TLS_1_2',
  routingMode: 'BASE_PATH_MAPPING_ONLY',
  truststoreUri: '',
  tags: 'team=a',
};

it('puts the certificate where the endpoint type wants it', () => {
  const regional = createDomainSchema.parse({ place, values }).values;
  expect(domainToInput(regional)).toEqual({
    domainName: 'api.example.com',
    endpointConfiguration: { types: ['REGIONAL'] },
    regionalCertificateArn: values.certificateArn,
    securityPolicy: 'TLS_1_2',
    tags: { team: 'a' },
  });
  const edge = domainToInput({ ...regional, endpointType: 'EDGE', truststoreUri: 's3://trust/a.pem' });
  expect(edge).toMatchObject({
    certificateArn: values.certificateArn,
    mutualTlsAuthentication: { truststoreUri: 's3://trust/a.pem' },
  });
});

it('sends what changed alone', () => {
  expect(domainPatch(values, { ...values, securityPolicy: 'TLS_1_0', tags: '' })).toEqual([
    { op: 'replace', path: '/securityPolicy', value: 'TLS_1_0' },
  ]);
});

it.each(['a/b', '', "v1/$-_.+!*'()"])('takes the path %j', (path) => {
  const mapping = { place, domainName: 'api.example.com', isEdge: false, apiId: 'a1', stage: 'dev', path };
  expect(mappingSchema.safeParse(mapping).success).toBe(true);
});

it.each(['/a', 'a/', 'a b', 'a//b'])('refuses the path %j', (path) => {
  const mapping = { place, domainName: 'api.example.com', isEdge: false, apiId: 'a1', stage: 'dev', path };
  expect(mappingSchema.safeParse(mapping).success).toBe(false);
});
