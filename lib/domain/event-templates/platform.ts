/** Events of EventBridge, CloudWatch Logs and Cognito. */

export const scheduledEvent = {
  version: '0',
  id: '53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa',
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: '123456789012',
  time: '2026-11-22T11:24:00Z',
  region: 'us-east-1',
  resources: ['arn:aws:events:us-east-1:123456789012:rule/every-night'],
  detail: {},
};

/** The data is JSON, compressed with gzip, in base64; the test unpacks it. */
export const cloudWatchLogs = {
  awslogs: {
    data: 'H4sIAAAAAAACA6WQXUvDMBiF/0p48bLSJulHWvCiYB2CH9AOvBhjpMm7GWybkmSOMfbfxYngjSB4deBw4DznnGBE7+UOl8cZoYLbellvHpuuqxcNRGAPEzqogDKeZnkhyoQyiGCwu4Wz+xkqiOXBx4Mcey1j6zQ6f61eUb3ZffgKdsGhHKEClrA8pjRmLF5dPdTLpluuMy0kV3Sb9AWmMtelYluKiRZ9IXOVaYjA73uvnJmDsdOdGQI6D9UK0DnrPKwvHc07TuHTPoHRUAEXlDJR8LRkgqcF/atABMGM6IMcZ6hoUWacl2laFIJG30dBBU3bPrdklscRp0A0qsFMqMll/r2+sZskSRmco//RZL/RiIT/pHmp2ycyO6OQDMYHYjzJKRnNROyg4bw+fwDuirFV5AEAAA==',
  },
};

/** A user pool's pre sign-up trigger. */
export const cognitoPreSignUp = {
  version: '1',
  region: 'us-east-1',
  userPoolId: 'us-east-1_a1B2c3D4e',
  userName: 'ada',
  callerContext: {
    awsSdkVersion: 'aws-sdk-js-3.900.0',
    clientId: '4kq8r2m6n1p7s3t9v5w0x2y4z6',
  },
  triggerSource: 'PreSignUp_SignUp',
  request: {
    userAttributes: { email: 'ada@example.com', name: 'Ada' },
    validationData: null,
  },
  response: {
    autoConfirmUser: false,
    autoVerifyEmail: false,
    autoVerifyPhone: false,
  },
};
