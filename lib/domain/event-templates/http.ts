/** Events of services that hand on HTTP requests. */

const body = '{"cartId":"c_8841","items":[{"sku":"tea-250","count":2}]}';

/** API Gateway REST API, Lambda proxy integration (payload 1.0). */
export const apiGatewayProxy = {
  resource: '/{proxy+}',
  path: '/checkout',
  httpMethod: 'POST',
  headers: {
    accept: 'application/json',
    'content-type': 'application/json',
    host: 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
    'user-agent': 'curl/8.9.1',
    'x-amzn-trace-id': 'Root=1-6921a3f0-0f1e2d3c4b5a69788796a5b4',
    'x-forwarded-for': '203.0.113.24',
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  },
  multiValueHeaders: {
    accept: ['application/json'],
    'content-type': ['application/json'],
    host: ['a1b2c3d4e5.execute-api.us-east-1.amazonaws.com'],
    'user-agent': ['curl/8.9.1'],
    'x-amzn-trace-id': ['Root=1-6921a3f0-0f1e2d3c4b5a69788796a5b4'],
    'x-forwarded-for': ['203.0.113.24'],
    'x-forwarded-port': ['443'],
    'x-forwarded-proto': ['https'],
  },
  queryStringParameters: { currency: 'JPY' },
  multiValueQueryStringParameters: { currency: ['JPY'] },
  pathParameters: { proxy: 'checkout' },
  stageVariables: null,
  requestContext: {
    accountId: '123456789012',
    apiId: 'a1b2c3d4e5',
    deploymentId: 'd3p1oy',
    domainName: 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
    domainPrefix: 'a1b2c3d4e5',
    extendedRequestId: 'JKJaXmPLvHcESHA=',
    httpMethod: 'POST',
    identity: {
      accessKey: null,
      accountId: null,
      caller: null,
      cognitoAuthenticationProvider: null,
      cognitoAuthenticationType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      principalOrgId: null,
      sourceIp: '203.0.113.24',
      user: null,
      userAgent: 'curl/8.9.1',
      userArn: null,
    },
    path: '/prod/checkout',
    protocol: 'HTTP/1.1',
    requestId: '7b1e9f04-52c4-4c0e-9d1b-2f6a1c3d33d0',
    requestTime: '22/Nov/2026:11:24:07 +0000',
    requestTimeEpoch: 1795346647000,
    resourceId: 'r3s0rc',
    resourcePath: '/{proxy+}',
    stage: 'prod',
  },
  body,
  isBase64Encoded: false,
};

/** API Gateway HTTP API and function URLs (payload 2.0). */
export const apiGatewayHttp = {
  version: '2.0',
  routeKey: 'POST /checkout',
  rawPath: '/checkout',
  rawQueryString: 'currency=JPY',
  cookies: ['session=s_17'],
  headers: {
    accept: 'application/json',
    'content-type': 'application/json',
    host: 'f6g7h8i9j0.execute-api.us-east-1.amazonaws.com',
    'user-agent': 'curl/8.9.1',
    'x-amzn-trace-id': 'Root=1-6921a3f0-0f1e2d3c4b5a69788796a5b4',
    'x-forwarded-for': '203.0.113.24',
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  },
  queryStringParameters: { currency: 'JPY' },
  requestContext: {
    accountId: '123456789012',
    apiId: 'f6g7h8i9j0',
    domainName: 'f6g7h8i9j0.execute-api.us-east-1.amazonaws.com',
    domainPrefix: 'f6g7h8i9j0',
    http: {
      method: 'POST',
      path: '/checkout',
      protocol: 'HTTP/1.1',
      sourceIp: '203.0.113.24',
      userAgent: 'curl/8.9.1',
    },
    requestId: 'JKJaXmPLvHcESHA=',
    routeKey: 'POST /checkout',
    stage: '$default',
    time: '22/Nov/2026:11:24:07 +0000',
    timeEpoch: 1795346647000,
  },
  body,
  isBase64Encoded: false,
};

/** Application Load Balancer, single-value headers. */
export const applicationLoadBalancer = {
  requestContext: {
    elb: {
      targetGroupArn:
        'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/orders/6d0ecf831eec9f09',
    },
  },
  httpMethod: 'GET',
  path: '/orders/o_0042',
  queryStringParameters: { expand: 'items' },
  headers: {
    accept: 'application/json',
    host: 'orders-1234567890.us-east-1.elb.amazonaws.com',
    'user-agent': 'curl/8.9.1',
    'x-amzn-trace-id': 'Root=1-6921a3f0-0f1e2d3c4b5a69788796a5b4',
    'x-forwarded-for': '203.0.113.24',
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  },
  body: '',
  isBase64Encoded: false,
};
