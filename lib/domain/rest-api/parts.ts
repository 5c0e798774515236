/** An authorizer of a REST API. */
export interface RestAuthorizer {
  readonly id: string;
  readonly name: string;
  /** TOKEN, REQUEST or COGNITO_USER_POOLS. */
  readonly type: string;
  /** The address under which API Gateway calls the function; empty for user pools. */
  readonly uri: string;
  /** Role that API Gateway takes on to call it. */
  readonly credentials: string;
  /** Comma-separated mapping expressions. */
  readonly identitySource: string;
  readonly validationExpression: string;
  readonly ttlSeconds: number;
  readonly providerArns: readonly string[];
}

/** What of a request is checked before the integration is called. */
export interface RestValidator {
  readonly id: string;
  readonly name: string;
  readonly body: boolean;
  readonly parameters: boolean;
}

export interface RestModel {
  readonly name: string;
  readonly description: string;
  readonly contentType: string;
  /** JSON Schema as text. */
  readonly schema: string;
}

/** What the form of an authorizer edits. */
export type AuthorizerValues = Omit<RestAuthorizer, 'id'>;

export interface RestGatewayResponse {
  readonly type: string;
  /** Empty: the status of the error itself. */
  readonly statusCode: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly templates: Readonly<Record<string, string>>;
  /** As AWS makes it. */
  readonly isDefault: boolean;
}

/** What the form of an API's settings edits. */
export interface RestSettings {
  readonly name: string;
  readonly description: string;
  readonly endpointType: 'REGIONAL' | 'EDGE' | 'PRIVATE';
  readonly ipAddressType: string;
  readonly vpcEndpointIds: readonly string[];
  readonly apiKeySource: 'HEADER' | 'AUTHORIZER';
  readonly isAddressOff: boolean;
  readonly binaryMediaTypes: readonly string[];
  /** Bytes; empty: nothing is compressed. */
  readonly compression: string;
}

/** The types of documentation parts, and which members of a location each has. */
export const documentationTypes = [
  'API',
  'AUTHORIZER',
  'MODEL',
  'RESOURCE',
  'METHOD',
  'PATH_PARAMETER',
  'QUERY_PARAMETER',
  'REQUEST_HEADER',
  'REQUEST_BODY',
  'RESPONSE',
  'RESPONSE_HEADER',
  'RESPONSE_BODY',
] as const;

export interface DocumentationPart {
  readonly id: string;
  readonly type: string;
  readonly path: string;
  readonly method: string;
  readonly statusCode: string;
  readonly name: string;
  /** JSON as text. */
  readonly properties: string;
}

export interface DocumentationVersion {
  readonly version: string;
  readonly description: string;
  readonly createdAt: string | undefined;
}
