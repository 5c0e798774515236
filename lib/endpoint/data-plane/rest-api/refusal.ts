/** A call that ends with one of the gateway's own answers. */
export class Refusal {
  readonly type: RefusalType;
  /** For the caller. */
  readonly message: string;
  readonly status: number | undefined;
  /** For the log alone. */
  readonly reason: string | undefined;
  readonly validation: string | undefined;

  constructor(
    type: RefusalType,
    more: { message?: string; status?: number; reason?: string; validation?: string } = {},
  ) {
    this.type = type;
    this.message = more.message ?? refusalTypes[type].message;
    this.status = more.status;
    this.reason = more.reason;
    this.validation = more.validation;
  }
}

export type RefusalType = keyof typeof refusalTypes;

/** Text, and value of `x-amzn-ErrorType`, of each type. */
export const refusalTypes = {
  ACCESS_DENIED: {
    message: 'User is not authorized to access this resource',
    errorType: 'AccessDeniedException',
  },
  API_CONFIGURATION_ERROR: {
    message: 'Internal server error',
    errorType: 'InternalServerErrorException',
  },
  AUTHORIZER_CONFIGURATION_ERROR: { message: '', errorType: 'AuthorizerConfigurationException' },
  AUTHORIZER_FAILURE: { message: '', errorType: 'AuthorizerFailureException' },
  BAD_REQUEST_BODY: { message: 'Invalid request body', errorType: 'BadRequestException' },
  BAD_REQUEST_PARAMETERS: {
    message: 'Missing required request parameters',
    errorType: 'BadRequestException',
  },
  EXPIRED_TOKEN: {
    message: 'The security token included in the request is expired',
    errorType: 'ExpiredTokenException',
  },
  INTEGRATION_FAILURE: {
    message: 'Network error communicating with endpoint',
    errorType: 'InternalServerErrorException',
  },
  INTEGRATION_TIMEOUT: {
    message: 'Endpoint request timed out',
    errorType: 'InternalServerErrorException',
  },
  INVALID_API_KEY: { message: 'Forbidden', errorType: 'ForbiddenException' },
  INVALID_SIGNATURE: {
    message:
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    errorType: 'InvalidSignatureException',
  },
  MISSING_AUTHENTICATION_TOKEN: {
    message: 'Missing Authentication Token',
    errorType: 'MissingAuthenticationTokenException',
  },
  QUOTA_EXCEEDED: { message: 'Limit Exceeded', errorType: 'LimitExceededException' },
  REQUEST_TOO_LARGE: { message: 'Request Too Long', errorType: 'RequestTooLargeException' },
  THROTTLED: { message: 'Too Many Requests', errorType: 'TooManyRequestsException' },
  UNAUTHORIZED: { message: 'Unauthorized', errorType: 'UnauthorizedException' },
  UNSUPPORTED_MEDIA_TYPE: { message: 'Unsupported Media Type', errorType: 'BadRequestException' },
} as const;
