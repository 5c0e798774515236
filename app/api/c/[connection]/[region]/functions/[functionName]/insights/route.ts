import { answerRefusal, answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { readText } from '@/lib/auth/read-text';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { readInsights, readLogRecord, runInsights, stopInsights } from '@/lib/queries/insights';
import { readPlace } from '@/lib/queries/read-place';
import type { Place } from '@/lib/routes';
import { refuse } from '@/lib/shared/result';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

const operation = 'logs:StartQuery';
const bodyBytesMax = 64 * 1024;
const idMax = 512;

/** Starts the query in the body; the answer is its id. */
export async function POST(request: Request, context: Context): Promise<Response> {
  return answerFor(context, async (place, functionName) => {
    const body = await readText(request, bodyBytesMax, operation);
    if (!body.ok) return body;
    return runInsights(place, functionName, readJson(body.data));
  });
}

/** `?query=` how far a query is, `?record=` the whole event of a row. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  return answerFor(context, async (place) => {
    const [query, record] = [asked.get('query'), asked.get('record')];
    if (query !== null && query.length <= idMax) return readInsights(place, query);
    if (record !== null && record.length <= idMax) return readLogRecord(place, record);
    return refuse(invalid('The address names neither a query nor a record.'));
  });
}

/** Stops the query `?query=`. */
export async function DELETE(request: Request, context: Context): Promise<Response> {
  const query = new URL(request.url).searchParams.get('query') ?? '';
  return answerFor(context, (place) =>
    query === '' || query.length > idMax
      ? Promise.resolve(refuse(invalid('The address names no query.')))
      : stopInsights(place, query),
  );
}

async function answerFor(
  { params }: Context,
  work: (place: Place, functionName: string) => Promise<ActionResult<unknown>>,
): Promise<Response> {
  const { connection, region, functionName } = await params;
  try {
    await requireUser('viewer');
  } catch (error) {
    return answerRefusal(error, operation);
  }
  const place = readPlace(connection, region);
  if (!place) return answerWith(refuse(invalid('There is no such place.')));
  return answerWith(await work(place, functionName));
}

const invalid = (message: string) => consoleError('invalid', message, { operation });

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
