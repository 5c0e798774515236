import 'server-only';
import { StandardRetryStrategy } from '@smithy/core/retry';

/** Commands whose repetition changes nothing, by the first word of AWS's name for them. */
const readName = /^(?:Get|List|Describe|Filter|Head|Lookup|BatchGet)(?=[A-Z])/;
const attemptsMax = 3;

/** Failures of changes. Whether AWS had already done what was asked when the answer got lost, nobody knows. */
const failuresOfChanges = new WeakSet<object>();

type Refresh = StandardRetryStrategy['refreshRetryTokenForRetry'];

class ReadsOnlyRetryStrategy extends StandardRetryStrategy {
  constructor() {
    super(attemptsMax);
  }

  override async refreshRetryTokenForRetry(...[token, info]: Parameters<Refresh>): ReturnType<Refresh> {
    const { error } = info as { error?: unknown };
    if (error instanceof Object && failuresOfChanges.has(error)) throw new Error('A change is sent once.');
    return super.refreshRetryTokenForRetry(token, info);
  }
}

type Handler = (args: never) => Promise<unknown>;
interface RetryingClient {
  readonly config: object;
  readonly middlewareStack: { add(middleware: never, options: never): void };
}

const markFailures =
  (next: Handler, context: { commandName?: string }): Handler =>
  async (args) => {
    try {
      return await next(args);
    } catch (error) {
      if (!readName.test(context.commandName ?? '') && error instanceof Object) failuresOfChanges.add(error);
      throw error;
    }
  };

/**
 * Makes a client try reads up to three times and everything else once: a lost answer to a change, repeated by
 * itself, would publish two versions or create a thing twice. The same client, for chaining.
 */
export function sendChangesOnce<Client extends RetryingClient>(client: Client): Client {
  const strategy = new ReadsOnlyRetryStrategy();
  // One for each client, as the SDK has it: a service in trouble spends its own budget of repetitions.
  Object.assign(client.config, { retryStrategy: () => Promise.resolve(strategy) });
  // Low priority: inside the repetition, which is of high priority in the same step.
  client.middlewareStack.add(
    markFailures as never,
    { name: 'sendChangesOnce', step: 'finalizeRequest', priority: 'low' } as never,
  );
  return client;
}
