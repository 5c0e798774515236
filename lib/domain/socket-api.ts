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

/** A client that is connected, as API Gateway tells of it. Times are ISO times. */
export interface SocketConnection {
  readonly connectedAt: string | undefined;
  readonly lastActiveAt: string | undefined;
  readonly sourceIp: string;
  readonly userAgent: string;
}

/** How answers of a back end that match become what the client is sent. */
export interface SocketIntegrationResponse {
  readonly id: string;
  /** `$default`, or a regular expression between slashes. */
  readonly key: string;
  readonly templateSelection: string;
  /** AWS's word, or empty. */
  readonly contentHandling: string;
  readonly templates: Readonly<Record<string, string>>;
}

/** What a route answers with. There is one at most, under the key `$default`. */
export interface SocketRouteResponse {
  readonly id: string;
  readonly modelSelection: string;
  readonly models: Readonly<Record<string, string>>;
}
