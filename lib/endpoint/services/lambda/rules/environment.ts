import { invalidParameterValue } from '../errors.ts';

const variablesBytesMax = 4096;

const reserved = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
]);

const prefix =
  'Lambda was unable to configure your environment variables because the environment variables you have provided';

/** Reserved names first, then the 4 KB of the whole map as compact JSON. */
export function assertVariables(variables: Readonly<Record<string, string>> | undefined): void {
  if (!variables) return;
  const used = Object.keys(variables).filter((name) => reserved.has(name));
  if (used.length > 0) {
    throw invalidParameterValue(
      `${prefix} contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${used.join(', ')}`,
    );
  }
  const measured = JSON.stringify(variables);
  if (Buffer.byteLength(measured) > variablesBytesMax) {
    throw invalidParameterValue(`${prefix} exceeded the 4KB limit. String measured: ${measured}`);
  }
}
