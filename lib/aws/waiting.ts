import 'server-only';
import {
  GetFunctionConfigurationCommand,
  type GetFunctionConfigurationCommandOutput,
  type LambdaClient,
} from '@aws-sdk/client-lambda';

/** How long a change waits for `LastUpdateStatus`, and how often it asks: from the first to the second interval. */
const waitMs = 60_000;
const firstIntervalMs = 150;
const lastIntervalMs = 2_000;

/**
 * Asks until the function's last update has ended one way or the other, or a minute is up; the last answer.
 * AWS refuses a change while another one is in progress.
 */
export async function waitForFunctionUpdate(
  lambda: LambdaClient,
  functionName: string,
): Promise<GetFunctionConfigurationCommandOutput> {
  const end = Date.now() + waitMs;
  for (let intervalMs = firstIntervalMs; ; intervalMs = Math.min(intervalMs * 2, lastIntervalMs)) {
    const configuration = await lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName: functionName }),
    );
    const isBusy = configuration.LastUpdateStatus === 'InProgress' || configuration.State === 'Pending';
    if (!isBusy || Date.now() + intervalMs > end) return configuration;
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
}
