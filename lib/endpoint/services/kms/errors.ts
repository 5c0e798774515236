import { ServiceError } from '../../errors.ts';

/** KMS answers 400 to everything that is the caller's fault. */
function refusal(code: string, message: string): ServiceError {
  return new ServiceError(code, 400, message);
}

export const keyNotFound = (arn: string) => refusal('NotFoundException', `Key '${arn}' does not exist`);
export const aliasNotFound = (arn: string) => refusal('NotFoundException', `Alias ${arn} is not found.`);
export const invalidKeyId = (id: string) => refusal('NotFoundException', `Invalid keyId '${id}'`);
/** For an ARN of another Region. */
export const elsewhere = (region: string) => refusal('NotFoundException', `Invalid arn ${region}`);
export const disabled = (arn: string) => refusal('DisabledException', `${arn} is disabled.`);
export const invalidState = (arn: string, state: string) =>
  refusal('KMSInvalidStateException', `${arn} is ${state}.`);
export const managedByAws = (arn: string) =>
  refusal('AccessDeniedException', `${arn} is managed by AWS and cannot be changed by this operation.`);
export const aliasExists = (arn: string) =>
  refusal('AlreadyExistsException', `An alias with the name ${arn} already exists`);
export const invalidAliasName = (message: string) => refusal('InvalidAliasNameException', message);
export const invalidArn = (message: string) => refusal('InvalidArnException', message);
export const invalidMarker = () => refusal('InvalidMarkerException', 'Marker is not valid');
export const validation = (message: string) => refusal('ValidationException', message);
export const tagProblem = (message: string) => refusal('TagException', message);
export const invalidCiphertext = () => refusal('InvalidCiphertextException', '');
export const incorrectKey = () =>
  refusal(
    'IncorrectKeyException',
    'The key ID in the request does not identify a CMK that can perform this operation.',
  );

export function assertByteCount(count: number): void {
  const bound =
    count < 1 ? 'greater than or equal to 1' : count > 1024 ? 'less than or equal to 1024' : undefined;
  if (bound !== undefined)
    throw validation(
      `1 validation error detected: Value '${count}' at 'numberOfBytes' failed to satisfy constraint: Member must have value ${bound}`,
    );
}

/** As AWS frames broken constraints of the model. */
export function outOfBounds(path: string, constraint: string): ServiceError {
  return validation(
    `1 validation error detected: Value at '${path}' failed to satisfy constraint: ${constraint}`,
  );
}
