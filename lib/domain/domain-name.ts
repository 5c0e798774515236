/** A custom domain name of API Gateway, whose mappings lead to stages of APIs. */
export interface DomainName {
  /** The name itself; lists find things by it. */
  readonly id: string;
  readonly arn: string;
  /** AWS's word: `REGIONAL`, `EDGE` or `PRIVATE`. */
  readonly endpointType: string;
  readonly status: string;
  readonly statusMessage: string;
  readonly certificateArn: string;
  readonly securityPolicy: string;
  /** Where the DNS record of the domain points. */
  readonly target: string;
  readonly hostedZoneId: string;
  readonly ipAddressType: string;
  readonly routingMode: string;
  /** S3 address of the certificates that callers must have; empty: none. */
  readonly truststoreUri: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface ApiMapping {
  /** Empty in answers of the service of REST APIs, where the path is the id. */
  readonly id: string;
  /** Empty: all paths that no other mapping takes. */
  readonly path: string;
  readonly apiId: string;
  readonly stage: string;
}

/** Mappings of several segments are made by the second service, which edge-optimised domains do not have. */
export const hasApiMappings = ({ endpointType }: Pick<DomainName, 'endpointType'>) => endpointType !== 'EDGE';

/** Segments of letters, digits and the signs that AWS takes, 300 characters at most. */
export const mappingPathPattern = /^[\w$.+!*'()-]+(\/[\w$.+!*'()-]+)*$/;
