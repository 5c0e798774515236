import type { Place } from '@/lib/routes';

/** Whose things of the Test tab: a user's, for one function. Nobody else reads them. */
export interface Owner {
  readonly place: Place;
  readonly functionName: string;
  readonly ownerId: string;
}

/** The condition of a statement that is about one owner's rows; its values are those of `parametersOf`. */
export const whose = `connection_id = :connection AND region = :region AND function_name = :function AND owner_id = :owner`;

export const parametersOf = ({ place, functionName, ownerId }: Owner) => ({
  connection: place.connectionId,
  region: place.region,
  function: functionName,
  owner: ownerId,
});
