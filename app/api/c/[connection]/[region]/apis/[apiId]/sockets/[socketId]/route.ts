import { sendOnSocket } from '@/lib/actions/apis/connect-socket';
import { answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { readText } from '@/lib/auth/read-text';
import { AuthRefusal } from '@/lib/auth/user';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string; apiId: string; socketId: string }>;
}

const messageBytesMax = 256 * 1024;

/** Sends the body as one text message on a connection that is open. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { connection, region, apiId, socketId } = await params;
  const place = { connectionId: connection, region };
  const operation = 'execute-api:Send';
  try {
    await requireUser('developer');
  } catch (error) {
    if (!(error instanceof AuthRefusal)) throw error;
    const refusal = await sendOnSocket({ place, apiId, socketId, text: '' });
    return answerWith(refusal, error.reason === 'signed-out' ? 401 : 403);
  }
  const body = await readText(request, messageBytesMax, operation);
  if (!body.ok) return answerWith(body);
  return answerWith(await sendOnSocket({ place, apiId, socketId, text: body.data }));
}
