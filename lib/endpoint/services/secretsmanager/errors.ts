import { ServiceError } from '../../errors.ts';

/** Texts are those that AWS answers with, as its clients' issue lists and other implementations quote them. */
function refusal(code: string, message: string): ServiceError {
  return new ServiceError(code, 400, message);
}

export const secretNotFound = () =>
  refusal('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
export const valueNotFound = (by: string) =>
  refusal('ResourceNotFoundException', `Secrets Manager can't find the specified secret value for ${by}`);
export const secretExists = (name: string) =>
  refusal('ResourceExistsException', `The operation failed because the secret ${name} already exists.`);
export const tokenInUse = (token: string, arn: string) =>
  refusal(
    'ResourceExistsException',
    `You can't use ClientRequestToken ${token} because that value is already in use for a version of secret ${arn}.`,
  );
export const markedForDeletion = () =>
  refusal(
    'InvalidRequestException',
    "You can't perform this operation on the secret because it was marked for deletion.",
  );
export const scheduledName = () =>
  refusal(
    'InvalidRequestException',
    "You can't create this secret because a secret with this name is already scheduled for deletion.",
  );
export const invalidRequest = (message: string) => refusal('InvalidRequestException', message);
export const invalidParameter = (message: string) => refusal('InvalidParameterException', message);
export const validation = (message: string) => refusal('ValidationException', message);
export const invalidToken = () =>
  refusal('InvalidNextTokenException', 'The provided NextToken is not valid for this request.');
export const limitExceeded = (message: string) => refusal('LimitExceededException', message);
export const encryptionFailure = (cause: ServiceError) =>
  refusal('EncryptionFailure', `Secrets Manager can't encrypt the protected secret text: ${cause.message}`);
export const decryptionFailure = (cause: ServiceError) =>
  refusal('DecryptionFailure', `Secrets Manager can't decrypt the protected secret text: ${cause.message}`);

/** As AWS frames broken constraints of the model. */
export function outOfBounds(path: string, constraint: string): ServiceError {
  return validation(
    `1 validation error detected: Value at '${path}' failed to satisfy constraint: ${constraint}`,
  );
}
