import { changeInBulk } from '@/lib/actions/functions/change-in-bulk';
import { answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { readText } from '@/lib/auth/read-text';
import { AuthRefusal } from '@/lib/auth/user';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

const bodyBytesMax = 16 * 1024;

function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/**
 * One function's part of a bulk change: POST of a BulkChange. No server action, because the browser sends those one
 * after the other.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, functionName } = await params;
  const place = { connectionId: connection, region };
  try {
    // Before the body is read: strangers get none of our memory.
    await requireUser('developer');
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error;
    // The action refuses for the same reason, and records that someone tried.
    const refusal = await changeInBulk(place, functionName, {});
    return answerWith(refusal, error.reason === 'signed-out' ? 401 : 403);
  }
  const body = await readText(request, bodyBytesMax, 'lambda:UpdateFunctionConfiguration');
  if (!body.ok) return answerWith(body);
  return answerWith(await changeInBulk(place, functionName, parse(body.data)));
}
