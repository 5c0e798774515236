import 'server-only';
import { DescribeSchemaCommand } from '@aws-sdk/client-schemas';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { consoleError, type ActionResult, type ConsoleError } from '@/lib/domain/console-error';
import { readSharedEvents, sharedRegistry, sharedSchemaName } from '@/lib/domain/shared-events';
import type { TestEvent } from '@/lib/domain/test-event';
import type { Run, RunSummary } from '@/lib/domain/test-run';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';
import { readPastRun, readPastRuns } from '@/lib/test-events/past-runs';
import { readTestEvents } from '@/lib/test-events/store';

const operation = 'schemas:DescribeSchema';

/** The saved events that whoever asks has for this function. */
export async function listTestEvents(place: Place, functionName: string): Promise<readonly TestEvent[]> {
  const user = await requireUser('viewer');
  return readTestEvents({ place, functionName, ownerId: user.id });
}

/** The document that holds a function's shareable events; undefined when there is none. Throws what the SDK throws. */
export async function readSharedContent(place: Place, functionName: string): Promise<string | undefined> {
  await requireUser('viewer');
  const schemas = await (await awsFor(place)).schemas();
  const names = { RegistryName: sharedRegistry, SchemaName: sharedSchemaName(functionName) };
  try {
    return (await schemas.send(new DescribeSchemaCommand(names))).Content;
  } catch (error) {
    if (toConsoleError(error, { operation }).kind === 'not-found') return undefined;
    throw error;
  }
}

/** The saved events that everyone of the account has for this function. */
export async function listSharedEvents(
  place: Place,
  functionName: string,
): Promise<Result<readonly TestEvent[], ConsoleError>> {
  await requireUser('viewer');
  try {
    const content = await readSharedContent(place, functionName);
    if (content === undefined) return succeed([]);
    const events = readSharedEvents(content);
    if (events) return succeed(events.map((event) => ({ ...event, sharing: 'shareable' })));
    const message = `Schema ${sharedSchemaName(functionName)} of registry ${sharedRegistry} holds no test events. Look at what wrote it.`;
    return refuse(consoleError('invalid', message, { operation }));
  } catch (error) {
    return refuse(toConsoleError(error, { operation }));
  }
}

/** The runs that whoever asks made of this function, the newest first. */
export async function listRuns(place: Place, functionName: string): Promise<readonly RunSummary[]> {
  const user = await requireUser('viewer');
  return readPastRuns({ place, functionName, ownerId: user.id });
}

/** One of them, whole. */
export async function getRun(place: Place, functionName: string, id: string): Promise<ActionResult<Run>> {
  const user = await requireUser('viewer');
  const run = /^\d{1,15}$/.test(id)
    ? readPastRun({ place, functionName, ownerId: user.id }, Number(id))
    : undefined;
  if (run) return succeed(run);
  const message = 'This run is not kept any more: newer ones took its place, or the list was cleared.';
  return refuse(consoleError('not-found', message, { operation: 'console:GetRun' }));
}
