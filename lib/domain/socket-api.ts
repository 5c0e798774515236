/** Parts of a WebSocket API besides its routes, as the console shows them. */

export interface SocketAuthorizer {
  readonly id: string;
  readonly name: string;
  readonly identitySources: readonly string[];
  /** Undefined where its URI names no function. */
  readonly functionArn: string | undefined;
  readonly uri: string;
  readonly credentialsArn: string;
}

export interface SocketModel {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly description: string;
  readonly schema: string;
}

/** What is set for the whole API. */
export interface SocketSettings {
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly routeSelection: string;
  readonly apiKeySelection: string;
  /** AWS's word: `ipv4` or `dualstack`. */
  readonly ipAddressType: string;
  readonly isAddressOff: boolean;
  /** Deployments do not look at models. */
  readonly isSchemaUnchecked: boolean;
}

/** Where the key of a caller is read from; API Gateway knows no other places. */
export const apiKeySelections = [
  '$request.header.x-api-key',
  '$context.authorizer.usageIdentifierKey',
] as const;
