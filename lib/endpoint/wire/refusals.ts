import { ServiceError } from '../errors.ts';
import type { CatalogueEntry, ProtocolName } from './catalogue.ts';

/** What each protocol answers to an operation its service does not have. */
export function unknownOperation(protocol: ProtocolName, what: string, entry?: CatalogueEntry): ServiceError {
  const place = entry?.name === 'sqs' ? 'endpoint' : 'web service';
  switch (protocol) {
    case 'awsQuery':
    case 'ec2Query':
      return new ServiceError('InvalidAction', 400, `The action ${what} is not valid for this ${place}.`);
    case 'restXml':
      return new ServiceError(
        'MethodNotAllowed',
        405,
        'The specified method is not allowed against this resource.',
      );
    case 'awsJson1_0':
    case 'awsJson1_1':
      return new ServiceError(
        'UnknownOperationException',
        400,
        `There is no operation ${what} in this service.`,
      );
    case 'restJson1':
    case 'rpcv2Cbor':
      return new ServiceError('UnknownOperationException', 404, `There is no operation at ${what}.`);
  }
}

/** A query request that names no operation. */
export function missingAction(): ServiceError {
  return new ServiceError('MissingAction', 400, 'The request must contain the parameter Action.');
}

/** A request without a signature. The name differs between the protocols that use XML and those that do not. */
export function missingAuthentication(protocol: ProtocolName): ServiceError {
  const isXml = protocol === 'awsQuery' || protocol === 'ec2Query' || protocol === 'restXml';
  return new ServiceError(
    isXml ? 'MissingAuthenticationToken' : 'MissingAuthenticationTokenException',
    403,
    'Missing Authentication Token: sign the request with any access key (AWS Signature Version 4).',
  );
}

/** A signature that does not hold, in the words of each protocol. */
export function signatureRefused(
  protocol: ProtocolName,
  reason: 'unknown-key' | 'mismatch',
  message: string,
): ServiceError {
  if (protocol === 'ec2Query') return new ServiceError('AuthFailure', 401, message);
  if (protocol === 'restXml')
    return new ServiceError(
      reason === 'mismatch' ? 'SignatureDoesNotMatch' : 'InvalidAccessKeyId',
      403,
      message,
    );
  if (protocol === 'awsQuery')
    return new ServiceError(
      reason === 'mismatch' ? 'SignatureDoesNotMatch' : 'InvalidClientTokenId',
      403,
      message,
    );
  return new ServiceError(
    reason === 'mismatch' ? 'InvalidSignatureException' : 'UnrecognizedClientException',
    403,
    message,
  );
}
