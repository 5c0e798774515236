import { tooManyRequests, unreservedTooLow } from './errors.ts';
import type { FunctionKey } from './records.ts';
import type { ConcurrencyRepository } from './repository-concurrency.ts';

/** What must stay for functions without a reservation. */
const unreservedMin = 100;

/**
 * Counts calls in flight, one unit each from acceptance to the end of the function, and refuses those past a limit
 * (6). A function with a reservation has that many units and no more; all others of the account and Region share the
 * rest. Calls within the limits that the machine cannot run at once wait in the runtimes.
 */
export interface Concurrency {
  /** Takes a unit or throws TooManyRequestsException; the returned function gives it back, once. */
  enter(key: FunctionKey): () => void;
  reservedOf(key: FunctionKey): number | undefined;
  /** Throws when too little would be left for the others. Call in a transaction with the check of the function. */
  reserve(key: FunctionKey, units: number): void;
  /** Also for a function that was deleted. */
  unreserve(key: FunctionKey): void;
  /** Units of the account and what reservations leave of them. */
  limits(accountId: string, region: string): { readonly account: number; readonly unreserved: number };
}

interface Place {
  readonly reserved: Map<string, number>;
  readonly inFlight: Map<string, number>;
  reservedSum: number;
  /** Calls in flight of functions that have no reservation now. */
  unreservedInFlight: number;
}

export function createConcurrency(repository: ConcurrencyRepository, limit: number): Concurrency {
  // Reservations are read once for each account and Region, so that a call costs no query.
  const places = new Map<string, Place>();

  function placeOf(accountId: string, region: string): Place {
    const id = `${accountId}/${region}`;
    const known = places.get(id);
    if (known) return known;
    const rows = repository.all(accountId, region);
    const place: Place = {
      reserved: new Map(rows.map((row) => [row.name, row.reserved])),
      inFlight: new Map(),
      reservedSum: rows.reduce((sum, row) => sum + row.reserved, 0),
      unreservedInFlight: 0,
    };
    places.set(id, place);
    return place;
  }

  /** Calls in flight move between the pools with their function. */
  function setReserved(place: Place, name: string, units: number | undefined): void {
    const before = place.reserved.get(name);
    const running = place.inFlight.get(name) ?? 0;
    if (before === undefined && units !== undefined) place.unreservedInFlight -= running;
    if (before !== undefined && units === undefined) place.unreservedInFlight += running;
    place.reservedSum += (units ?? 0) - (before ?? 0);
    if (units === undefined) place.reserved.delete(name);
    else place.reserved.set(name, units);
  }

  return {
    enter({ accountId, region, name }) {
      const place = placeOf(accountId, region);
      const reserved = place.reserved.get(name);
      const running = place.inFlight.get(name) ?? 0;
      if (reserved !== undefined && running >= reserved) {
        throw tooManyRequests('ReservedFunctionConcurrentInvocationLimitExceeded');
      }
      if (reserved === undefined) {
        if (place.unreservedInFlight >= limit - place.reservedSum) {
          throw tooManyRequests('ConcurrentInvocationLimitExceeded');
        }
        place.unreservedInFlight += 1;
      }
      place.inFlight.set(name, running + 1);
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        const left = (place.inFlight.get(name) ?? 1) - 1;
        if (left > 0) place.inFlight.set(name, left);
        else place.inFlight.delete(name);
        if (!place.reserved.has(name)) place.unreservedInFlight -= 1;
      };
    },

    reservedOf: ({ accountId, region, name }) => placeOf(accountId, region).reserved.get(name),

    reserve(key, units) {
      const place = placeOf(key.accountId, key.region);
      const before = place.reserved.get(key.name) ?? 0;
      const left = limit - (place.reservedSum - before + units);
      if (units > before && left < unreservedMin) throw unreservedTooLow(unreservedMin);
      repository.put(key, units);
      setReserved(place, key.name, units);
    },

    unreserve(key) {
      repository.remove(key);
      setReserved(placeOf(key.accountId, key.region), key.name, undefined);
    },

    limits(accountId, region) {
      return { account: limit, unreserved: limit - placeOf(accountId, region).reservedSum };
    },
  };
}
