import 'server-only';
import { requireUser } from '@/lib/auth/guard';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** Asks AWS on behalf of whoever is signed in; what it throws becomes a refusal. `operation`: `lambda:GetPolicy`. */
export async function readAsViewer<T>(
  place: Place,
  operation: string,
  question: (aws: Aws) => Promise<T>,
): Promise<Result<T, ConsoleError>> {
  await requireUser('viewer');
  try {
    return succeed(await question(await awsFor(place)));
  } catch (error) {
    return refuse(toConsoleError(error, { operation }));
  }
}
