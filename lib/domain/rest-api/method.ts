/** Verbs of a REST method, in the order in which they are listed; ANY catches what has none of its own. */
export const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'] as const;
export type Verb = (typeof verbs)[number];

export type IntegrationType = 'AWS' | 'AWS_PROXY' | 'HTTP' | 'HTTP_PROXY' | 'MOCK';

/** Texts by name: header mappings, templates by content type, models by content type. */
export type Texts = Readonly<Record<string, string>>;

export interface RestIntegrationResponse {
  readonly statusCode: string;
  /** A regular expression; empty: the default response. */
  readonly selectionPattern: string;
  /** Empty: passed through. */
  readonly contentHandling: string;
  /** `method.response.header.X` to its source. */
  readonly parameters: Texts;
  readonly templates: Texts;
}

export interface RestIntegration {
  /** One of IntegrationType, or a word that is new to us. */
  readonly type: string;
  /** Verb at the back end; empty for MOCK. */
  readonly httpMethod: string;
  readonly uri: string;
  /** Role that API Gateway takes on; empty: none. */
  readonly credentials: string;
  readonly connectionType: string;
  readonly connectionId: string;
  /** ARN of what is behind a VPC link V2; empty for other links. */
  readonly integrationTarget: string;
  /** `integration.request.{path,querystring,header}.X` to its source. */
  readonly parameters: Texts;
  readonly templates: Texts;
  readonly passthroughBehavior: string;
  readonly contentHandling: string;
  readonly timeoutMs: number;
  readonly cacheNamespace: string;
  readonly cacheKeys: readonly string[];
  readonly skipsVerification: boolean;
  readonly transferMode: string;
  readonly responses: readonly RestIntegrationResponse[];
}

export interface RestMethodResponse {
  readonly statusCode: string;
  /** Names of headers that the response may carry. */
  readonly headers: readonly string[];
  /** Content type to the name of a model. */
  readonly models: Texts;
}

export interface RestMethod {
  /** One of `verbs`. */
  readonly httpMethod: string;
  /** NONE, AWS_IAM, CUSTOM or COGNITO_USER_POOLS. */
  readonly authorizationType: string;
  readonly authorizerId: string;
  readonly scopes: readonly string[];
  readonly apiKeyRequired: boolean;
  /** Empty: nothing is validated. */
  readonly validatorId: string;
  readonly operationName: string;
  /** `method.request.{path,querystring,header}.X`: whether it is required. */
  readonly parameters: Readonly<Record<string, boolean>>;
  readonly models: Texts;
  readonly responses: readonly RestMethodResponse[];
  readonly integration: RestIntegration | null;
}

export interface RestResource {
  readonly id: string;
  /** Undefined for the root. */
  readonly parentId: string | undefined;
  readonly pathPart: string;
  /** e.g. `/orders/{orderId}`. */
  readonly path: string;
  /** In the order of `verbs`. */
  readonly methods: readonly RestMethod[];
}

/** The back end answers in the form API Gateway expects: there is nothing to map on the way back. */
export function isProxy(integration: Pick<RestIntegration, 'type'> | null): boolean {
  return integration?.type === 'AWS_PROXY' || integration?.type === 'HTTP_PROXY';
}

/** Names of the variable parts of a path: `orderId` of `/orders/{orderId}`, `proxy` of `/{proxy+}`. */
export function pathVariables(path: string): readonly string[] {
  return [...path.matchAll(/\{([^}+]+)\+?\}/g)].map((match) => match[1] ?? '');
}

/** Sorts verbs as they are listed; unknown ones last. */
export function compareVerbs(a: string, b: string): number {
  const place = (verb: string) => {
    const at = (verbs as readonly string[]).indexOf(verb);
    return at < 0 ? verbs.length : at;
  };
  return place(a) - place(b) || a.localeCompare(b);
}
