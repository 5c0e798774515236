/** A stage of an HTTP API as its pages show it. */
export interface HttpStage {
  readonly name: string;
  readonly description: string;
  readonly autoDeploy: boolean;
  readonly deploymentId: string | undefined;
  /** What AWS says of the last automatic deployment when it failed. */
  readonly deploymentMessage: string | undefined;
  readonly variables: Readonly<Record<string, string>>;
  /** Requests a second, and at once; undefined: the account's. */
  readonly rate: number | undefined;
  readonly burst: number | undefined;
  readonly routeLimits: readonly RouteLimit[];
  readonly hasDetailedMetrics: boolean;
  /** ARN of the log group; empty: no access logs. */
  readonly logDestination: string;
  readonly logFormat: string;
  /** ISO times. */
  readonly createdAt: string | undefined;
  readonly updatedAt: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /** Made by quick create: AWS refuses to change it. */
  readonly isManaged: boolean;
}

export interface RouteLimit {
  readonly routeKey: string;
  readonly rate: number | undefined;
  readonly burst: number | undefined;
}

export interface HttpDeployment {
  readonly id: string;
  readonly description: string;
  /** AWS's word: `PENDING`, `DEPLOYED` or `FAILED`. */
  readonly status: string;
  readonly statusMessage: string | undefined;
  readonly createdAt: string | undefined;
  readonly isAutomatic: boolean;
}

/** Presets of access logs, as AWS's console offers them; each is one line. */
export const logFormats = {
  CLF: '$context.identity.sourceIp - - [$context.requestTime] "$context.httpMethod $context.routeKey $context.protocol" $context.status $context.responseLength $context.requestId',
  JSON: '{ "requestId":"$context.requestId", "ip": "$context.identity.sourceIp", "requestTime":"$context.requestTime", "httpMethod":"$context.httpMethod","routeKey":"$context.routeKey", "status":"$context.status","protocol":"$context.protocol", "responseLength":"$context.responseLength" }',
  CSV: '$context.identity.sourceIp,$context.requestTime,$context.httpMethod,$context.routeKey,$context.protocol,$context.status,$context.responseLength,$context.requestId',
} as const;
