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
