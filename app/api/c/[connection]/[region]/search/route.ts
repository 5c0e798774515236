import { answerRefusal, answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { toConsoleError } from '@/lib/aws/errors';
import { AuthRefusal } from '@/lib/auth/user';
import { consoleError } from '@/lib/domain/console-error';
import { searchFunctions } from '@/lib/queries/functions';
import { readPlace } from '@/lib/queries/read-place';
import { refuse, succeed } from '@/lib/shared/result';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string }>;
}

const answersMax = 8;
const textMax = 128;

/** Functions whose name holds `q`, for the command palette; answered from the index, without a call to AWS. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { connection, region } = await params;
  const operation = 'lambda:ListFunctions';
  const text = (new URL(request.url).searchParams.get('q') ?? '').slice(0, textMax);
  try {
    await requireUser('viewer');
    const place = readPlace(connection, region);
    if (!place) {
      return answerWith(refuse(consoleError('invalid', 'There is no such place.', { operation })));
    }
    return answerWith(succeed(await searchFunctions(place, text, answersMax)));
  } catch (error) {
    if (error instanceof AuthRefusal) return answerRefusal(error, operation);
    return answerWith(refuse(toConsoleError(error, { operation })));
  }
}
