import { answerRefusal, answerWith } from '@/lib/auth/api-answer';
import { requireUser } from '@/lib/auth/guard';
import { toConsoleError } from '@/lib/aws/errors';
import { AuthRefusal } from '@/lib/auth/user';
import { consoleError } from '@/lib/domain/console-error';
import { lookAtFunctions } from '@/lib/queries/check-up';
import { readPlace } from '@/lib/queries/read-place';
import { refuse } from '@/lib/shared/result';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ connection: string; region: string }>;
}

/** Names of functions have 64 characters; a service of another maker may allow more. */
const nameLengthMax = 140;

/** Looks at the next few functions whose name comes after `after`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { connection, region } = await params;
  const operation = 'lambda:ListFunctions';
  const after = (new URL(request.url).searchParams.get('after') ?? '').slice(0, nameLengthMax);
  try {
    await requireUser('viewer');
    const place = readPlace(connection, region);
    if (!place) {
      return answerWith(refuse(consoleError('invalid', 'There is no such place.', { operation })));
    }
    return answerWith(await lookAtFunctions(place, after));
  } catch (error) {
    if (error instanceof AuthRefusal) return answerRefusal(error, operation);
    return answerWith(refuse(toConsoleError(error, { operation })));
  }
}
