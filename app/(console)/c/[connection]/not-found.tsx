import { FunctionMissing } from '@/components/function-page/function-missing';
import ConsoleNotFound from '@/app/(console)/not-found';
import { requestedFunction } from '@/lib/queries/missing-function';
import { getShell } from '@/lib/queries/shell';

/** No such connection or Region, or no such function there. */
export default async function PlaceNotFound() {
  const [requested, shell] = await Promise.all([requestedFunction(), getShell()]);
  const isPlaceKnown = shell.connections.some(({ id }) => id === requested?.place.connectionId);
  return requested && isPlaceKnown ? (
    <FunctionMissing place={requested.place} name={requested.name} />
  ) : (
    <ConsoleNotFound />
  );
}
