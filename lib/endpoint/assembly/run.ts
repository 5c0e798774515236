import { readConfig } from '../config.ts';
import { createLogger, type Logger } from '../log.ts';
import { startEndpoint, type Accounting, type EndpointFolders, type RunningEndpoint } from './endpoint.ts';
import { readyLine } from './ready-line.ts';
import { explainStart, StartFailure } from './start-failure.ts';
import { stopRequested } from './stop-requests.ts';

/** A stop that takes longer is cut off: whoever waits for us gets their machine back. */
const stopMsMax = 5000;

/** The whole life of the program; returns its exit code. */
export async function run(folders: EndpointFolders, accounting: Accounting = 'on'): Promise<number> {
  // A reader of our output that has gone must not take us down with it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const config = readConfig();
  if (!config.ok) return fail(config.error);
  const logger = createLogger(config.data.logLevel);
  const broken = brokenDown(logger);
  const stop = stopRequested(config.data.hasParent);
  // From the request on, not from the end of the start: a start that hangs can be stopped as well.
  void Promise.race([stop, broken]).then(() => cutOffLater(logger));
  let endpoint: RunningEndpoint;
  try {
    endpoint = await startEndpoint(config.data, logger, folders, accounting);
  } catch (error) {
    const explained = explainStart(error, config.data);
    if (explained instanceof StartFailure) return fail(explained.message);
    throw explained;
  }
  process.stdout.write(`${readyLine(endpoint, config.data)}\n`);
  const reason = await Promise.race([stop, broken]);
  logger.info({ reason }, 'Stopping');
  await endpoint.close();
  return reason === 'broken' ? 1 : 0;
}

function cutOffLater(logger: Logger): void {
  setTimeout(() => {
    logger.error('The stop took too long and was cut off');
    process.exit(1);
  }, stopMsMax).unref();
}

/** An error outside of every request is ours: it is logged, and the program stops in order rather than go on. */
function brokenDown(logger: Logger): Promise<'broken'> {
  return new Promise((resolve) => {
    process.on('uncaughtException', (error) => {
      logger.fatal({ err: error }, 'An error outside of any request: the endpoint stops');
      resolve('broken');
    });
    process.on('unhandledRejection', (error) => {
      logger.fatal({ err: error }, 'A promise failed outside of any request: the endpoint stops');
      resolve('broken');
    });
  });
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
