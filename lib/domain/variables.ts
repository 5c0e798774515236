/** Rules for environment variables that a form can tell before anything is sent. */

/** Names that Lambda sets itself and refuses from users. */
export const reservedVariableKeys: ReadonlySet<string> = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_MAX_CONCURRENCY',
  'AWS_LAMBDA_METADATA_API',
  'AWS_LAMBDA_METADATA_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
]);

/** All keys and values together, in bytes of UTF-8. */
export const variablesBytesMax = 4096;

/** What counts towards the limit: names and values in bytes of UTF-8. */
export function variablesBytes(variables: readonly (readonly [key: string, value: string])[]): number {
  const encoder = new TextEncoder();
  return variables.reduce(
    (sum, [key, value]) => sum + encoder.encode(key).length + encoder.encode(value).length,
    0,
  );
}

export type VariableKeyProblem = 'empty' | 'pattern' | 'reserved' | 'duplicate';

/** What is wrong with the key of one row among all keys, if anything. */
export function variableKeyProblem(key: string, allKeys: readonly string[]): VariableKeyProblem | undefined {
  if (key === '') return 'empty';
  if (reservedVariableKeys.has(key)) return 'reserved';
  if (!/^[a-zA-Z][a-zA-Z0-9_]+$/.test(key)) return 'pattern';
  if (allKeys.filter((other) => other === key).length > 1) return 'duplicate';
  return undefined;
}

/** True for a name whose value should stay masked until someone asks. */
export function looksSecret(key: string): boolean {
  return /secret|passw|token|api_?key|private|credential|_key$|^key_/i.test(key);
}
