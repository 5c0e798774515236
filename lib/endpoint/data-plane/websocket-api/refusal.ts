/** A call that ends with the gateway's own words: an HTTP answer to an upgrade, a frame to a message. */
export class Refusal {
  readonly type: RefusalType;
  readonly status: number;
  /** For the caller. */
  readonly message: string;
  /** For the logs alone. */
  readonly reason: string | undefined;
  /** What is wrong with a body. */
  readonly validation: string | undefined;

  constructor(
    type: RefusalType,
    more: {
      readonly message?: string;
      readonly reason?: string;
      readonly status?: number;
      readonly validation?: string;
    } = {},
  ) {
    this.type = type;
    this.status = more.status ?? refusalTypes[type].status;
    this.message = more.message ?? refusalTypes[type].message;
    this.reason = more.reason;
    this.validation = more.validation;
  }
}

export type RefusalType = keyof typeof refusalTypes;

const internal = { status: 500, message: 'Internal server error', errorType: 'InternalServerErrorException' };

export const refusalTypes = {
  ACCESS_DENIED: {
    status: 403,
    message: 'User is not authorized to access this resource',
    errorType: 'AccessDeniedException',
  },
  API_CONFIGURATION_ERROR: internal,
  AUTHORIZER_CONFIGURATION_ERROR: internal,
  AUTHORIZER_FAILURE: internal,
  BAD_REQUEST_BODY: { status: 400, message: 'Bad request body', errorType: 'BadRequestException' },
  BAD_REQUEST_PARAMETERS: {
    status: 400,
    message: 'Missing required request parameters',
    errorType: 'BadRequestException',
  },
  INTEGRATION_FAILURE: { ...internal, status: 504 },
  INTEGRATION_TIMEOUT: { ...internal, status: 504, message: 'Endpoint request timed out' },
  INVALID_API_KEY: { status: 403, message: 'Forbidden', errorType: 'ForbiddenException' },
  INVALID_SIGNATURE: { status: 403, message: 'Forbidden', errorType: 'InvalidSignatureException' },
  MISSING_AUTHENTICATION_TOKEN: {
    status: 403,
    message: 'Missing Authentication Token',
    errorType: 'MissingAuthenticationTokenException',
  },
  NO_ROUTE: { status: 403, message: 'Forbidden', errorType: 'ForbiddenException' },
  QUOTA_EXCEEDED: { status: 429, message: 'Limit Exceeded', errorType: 'LimitExceededException' },
  THROTTLED: { status: 429, message: 'Too Many Requests', errorType: 'TooManyRequestsException' },
  UNAUTHORIZED: { status: 401, message: 'Unauthorized', errorType: 'UnauthorizedException' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: 'Unsupported Media Type',
    errorType: 'BadRequestException',
  },
} as const;
