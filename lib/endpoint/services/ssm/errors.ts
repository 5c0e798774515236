import { ServiceError } from '../../errors.ts';

function refusal(code: string, message: string): ServiceError {
  return new ServiceError(code, 400, message);
}

/** AWS's comes without words. */
export const parameterNotFound = () => refusal('ParameterNotFound', '');
export const versionNotFound = (name: string, what: string) =>
  refusal(
    'ParameterVersionNotFound',
    `Systems Manager could not find ${what} of ${name}. Verify the version and try again.`,
  );
export const alreadyExists = () =>
  refusal(
    'ParameterAlreadyExists',
    'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
  );
export const validation = (message: string) => refusal('ValidationException', message);
export const typeMismatch = () =>
  refusal(
    'HierarchyTypeMismatchException',
    "Parameter Store does not support changing a parameter's type. Delete the parameter and create it with the other type.",
  );
export const tooManyLevels = () =>
  refusal(
    'HierarchyLevelLimitExceededException',
    'A hierarchy can have a maximum of 15 levels. For more information, see Requirements and constraints for parameter names in the AWS Systems Manager User Guide.',
  );
export const reservedName = (name: string) =>
  refusal('AccessDeniedException', `No access to reserved parameter name: ${name}.`);
export const patternMismatch = (pattern: string) =>
  refusal(
    'ParameterPatternMismatchException',
    `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
  );
export const invalidPattern = () =>
  refusal('InvalidAllowedPatternException', 'The request does not meet the regular expression requirement.');
export const invalidKey = (message: string) => refusal('InvalidKeyId', message);
export const invalidToken = () => refusal('InvalidNextToken', 'The specified token is not valid.');
export const invalidFilterKey = (message: string) => refusal('InvalidFilterKey', message);
export const invalidFilterOption = (message: string) => refusal('InvalidFilterOption', message);
export const invalidFilterValue = (message: string) => refusal('InvalidFilterValue', message);
export const invalidResourceId = () =>
  refusal(
    'InvalidResourceId',
    'The resource ID is not valid. Verify that you entered the correct ID and try again.',
  );
export const invalidResourceType = (type: string) =>
  refusal(
    'InvalidResourceType',
    `${type} is not a valid resource type of this endpoint, which has parameters alone.`,
  );
export const tooManyTags = () =>
  refusal('TooManyTagsError', 'The Targets parameter includes too many tags: 50 is the most.');
export const versionLimit = (name: string, version: number) =>
  refusal(
    'ParameterMaxVersionLimitExceeded',
    `You attempted to create a new version of ${name} by calling the PutParameter API with the overwrite flag. Version ${version}, the oldest version, can't be deleted because it has a label associated with it. Move the label to another version of the parameter, and try again.`,
  );
export const labelLimit = () =>
  refusal(
    'ParameterVersionLabelLimitExceeded',
    'A parameter version can have maximum 10 labels.Move one or more labels to another version and try again.',
  );

/** As AWS frames broken constraints of the model. */
export function outOfBounds(path: string, constraint: string): ServiceError {
  return validation(
    `1 validation error detected: Value at '${path}' failed to satisfy constraint: ${constraint}`,
  );
}
