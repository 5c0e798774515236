import { ServiceError } from '../../errors.ts';
import { invalidParameterValue } from './errors.ts';
import { functionArn } from './names.ts';
import type { LambdaParts } from './parts.ts';
import type { FunctionKey, FunctionSettings } from './records.ts';

type Variables = Readonly<Record<string, string>>;
type Keys = Pick<LambdaParts, 'keys'>;

/** What the ciphertext is bound to, as on AWS. */
const contextOf = (key: FunctionKey) => ({ 'aws:lambda:FunctionArn': functionArn(key) });

/**
 * Settings as they are kept: with a key of the customer's the variables lie there encrypted. What `previous` has sealed
 * already stays as it is, so that a change of nothing is one. Without a KMS at hand a key is kept and not used.
 */
export function sealVariables(
  { keys }: Keys,
  key: FunctionKey,
  settings: FunctionSettings,
  previous?: FunctionSettings,
): FunctionSettings {
  if (!keys) return settings;
  const { kmsKeyArn, variables, sealedVariables, ...rest } = settings;
  if (kmsKeyArn !== undefined && kmsKeyArn === previous?.kmsKeyArn) {
    if (variables === undefined) return settings;
    const before = openQuietly(keys, key, previous);
    if (before && JSON.stringify(before) === JSON.stringify(variables))
      return { ...rest, kmsKeyArn, sealedVariables: previous.sealedVariables };
  }
  const plain = variables ?? (sealedVariables === undefined ? undefined : open(keys, key, sealedVariables));
  if (kmsKeyArn === undefined) return { ...rest, ...(plain && { variables: plain }) };
  const sealed = seal(keys, key, kmsKeyArn, plain ?? {});
  // Also of a function without variables AWS asks whether the key can be used.
  return { ...rest, kmsKeyArn, ...(plain && { sealedVariables: sealed }) };
}

function seal(
  keys: NonNullable<Keys['keys']>,
  key: FunctionKey,
  kmsKeyArn: string,
  plain: Variables,
): string {
  try {
    const bytes = Buffer.from(JSON.stringify(plain));
    return Buffer.from(keys.encrypt(key, kmsKeyArn, bytes, contextOf(key))).toString('base64');
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw invalidParameterValue(
      `Lambda was unable to configure access to your environment variables because the KMS key is invalid for CreateGrant. Please check your KMS key settings. KMS Exception: ${error.code} KMS Message: ${error.message}`,
    );
  }
}

function openQuietly(
  keys: NonNullable<Keys['keys']>,
  key: FunctionKey,
  { sealedVariables }: FunctionSettings,
): Variables | undefined {
  try {
    return sealedVariables === undefined ? undefined : open(keys, key, sealedVariables);
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}

/** The variables a function runs with. Throws the KMS exceptions that a call answers with. */
export function openVariables(
  { keys }: Keys,
  key: FunctionKey,
  settings: FunctionSettings,
): Variables | undefined {
  const { sealedVariables, variables } = settings;
  if (sealedVariables === undefined) return variables;
  if (!keys) {
    throw kmsException('KMSNotFoundException', 'this endpoint runs without KMS', undefined);
  }
  return open(keys, key, sealedVariables);
}

function open(keys: NonNullable<Keys['keys']>, key: FunctionKey, sealed: string): Variables {
  try {
    const bytes = keys.decrypt(key, Buffer.from(sealed, 'base64'), contextOf(key));
    return JSON.parse(Buffer.from(bytes).toString()) as Variables;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code === 'DisabledException')
      throw kmsException('KMSDisabledException', 'the KMS key used is disabled', undefined);
    if (error.code === 'KMSInvalidStateException')
      throw kmsException(
        'KMSInvalidStateException',
        'the state of the KMS key used is not valid for Decrypt',
        error,
      );
    // A key that is gone is told by KMS as a ciphertext that no key opens.
    throw kmsException('KMSNotFoundException', 'the KMS key was not found', error);
  }
}

/** Error 50, and its siblings, of which only the frame is confirmed. */
function kmsException(code: string, reason: string, cause: ServiceError | undefined): ServiceError {
  const detail = cause ? ` KMS Exception: ${cause.code}KMS Message: ${cause.message}` : '';
  return new ServiceError(
    code,
    502,
    `Lambda was unable to decrypt the environment variables because ${reason}. Please check the function's KMS key settings.${detail}`,
    { Type: 'User' },
  );
}
