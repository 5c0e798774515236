import { ServiceError } from '../errors.ts';

/** The refusal of a body, header or parameter that does not fit the operation's schema. */
export function serializationError(message: string): ServiceError {
  return new ServiceError('SerializationException', 400, message);
}

/** The same, for a value found at a member path such as `Environment.Variables`. */
export function typeMismatch(found: string, wanted: string, path: readonly string[]): ServiceError {
  const where = path.length > 0 ? ` at '${path.join('.')}'` : '';
  return serializationError(`${found} can not be converted to ${wanted}${where}.`);
}
