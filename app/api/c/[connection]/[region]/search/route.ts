import { answerRefusal, answerWith } from '@/lib/auth/api-answer';
import { toConsoleError } from '@/lib/aws/errors';
import { AuthRefusal } from '@/lib/auth/user';
import { searchFunctions } from '@/lib/queries/functions';
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
    return answerWith(succeed(await searchFunctions({ connectionId: connection, region }, text, answersMax)));
  } catch (error) {
    if (error instanceof AuthRefusal) return answerRefusal(error, operation);
    return answerWith(refuse(toConsoleError(error, { operation })));
  }
}
