import {
  moreThanReserved,
  moreThanUnreserved,
  reservedBelowProvisioned,
  tooManyRequests,
  unreservedTooLow,
  unreservedTooLowForProvisioned,
} from './errors.ts';
import type { FunctionKey } from './records.ts';
import type { ConcurrencyRepository } from './repository-concurrency.ts';

/** What must stay for functions without a reservation. */
const unreservedMin = 100;

/**
 * Counts calls in flight, one unit each from acceptance to the end of the function, and refuses those past a limit
 * (6). A function with a reservation has that many units and no more; all others of the account and Region share the
 * rest. Provisioned units of a version are set aside from its function's reservation, or from that rest, whether they
 * are used or not; calls of the version take them first. Calls within the limits that the machine cannot run at once
 * wait in the runtimes.
 */
export interface Concurrency {
  /** Takes a unit or throws TooManyRequestsException; the returned function gives it back, once. */
  enter(key: VersionKey): () => void;
  /** Sets units aside for a version, 0 none. Throws when there are not so many. */
  provision(key: VersionKey, units: number): void;
  /** Calls in flight now, for the metrics of a call that just entered. */
  inFlight(key: VersionKey): InFlight;
  reservedOf(key: FunctionKey): number | undefined;
  /** Throws when too little would be left for the others. Call in a transaction with the check of the function. */
  reserve(key: FunctionKey, units: number): void;
  /** Also for a function that was deleted. */
  unreserve(key: FunctionKey): void;
  /** Units of the account and what reservations leave of them. */
  limits(accountId: string, region: string): { readonly account: number; readonly unreserved: number };
}

export interface InFlight {
  readonly ofFunction: number;
  readonly ofAccount: number;
  /** Of functions without a reservation, provisioned units left out. */
  readonly unreserved: number;
  /** Unreserved calls and all units set aside. */
  readonly claimed: number;
  /** Of a version with provisioned units; a spillover is a call beyond them. */
  readonly provisioned:
    { readonly units: number; readonly inUse: number; readonly isSpillover: boolean } | undefined;
}

interface VersionKey extends FunctionKey {
  readonly version: string;
}

/** Provisioned units of one version. */
export interface ProvisionedUnits {
  readonly name: string;
  readonly version: string;
  readonly units: number;
}

interface Provision {
  readonly units: number;
  /** Calls that hold one of them; shared by successive sizes of the same version. */
  readonly inFlight: { count: number };
}

interface Place {
  /** By function, then by version. */
  readonly provisioned: Map<string, Map<string, Provision>>;
  /** Of functions without a reservation. */
  provisionedUnreserved: number;
  readonly reserved: Map<string, number>;
  readonly inFlight: Map<string, number>;
  reservedSum: number;
  /** Calls in flight of functions that have no reservation now. */
  unreservedInFlight: number;
  /** All calls in flight. */
  total: number;
}

/** Counts kept of one account and Region; those of functions with calls in flight always. */
const countsMax = 2000;

const noVersions: ReadonlyMap<string, Provision> = new Map();

export function createConcurrency(
  repository: ConcurrencyRepository,
  limit: number,
  provisionedOf: (accountId: string, region: string) => readonly ProvisionedUnits[] = () => [],
): Concurrency {
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
      total: 0,
      provisioned: new Map(),
      provisionedUnreserved: 0,
    };
    places.set(id, place);
    for (const { name, version, units } of provisionedOf(accountId, region))
      setProvisioned(place, name, version, units);
    return place;
  }

  function provisionedSum(place: Place, name: string): number {
    let sum = 0;
    for (const { units } of (place.provisioned.get(name) ?? noVersions).values()) sum += units;
    return sum;
  }

  function setProvisioned(place: Place, name: string, version: string, units: number): void {
    const versions = place.provisioned.get(name) ?? new Map<string, Provision>();
    const before = versions.get(version);
    if (!place.reserved.has(name)) place.provisionedUnreserved += units - (before?.units ?? 0);
    if (units === 0) versions.delete(version);
    else versions.set(version, { units, inFlight: before?.inFlight ?? { count: 0 } });
    if (versions.size > 0) place.provisioned.set(name, versions);
    else place.provisioned.delete(name);
  }

  /** Calls in flight move between the pools with their function. */
  function setReserved(place: Place, name: string, units: number | undefined): void {
    const before = place.reserved.get(name);
    const running = place.inFlight.get(name) ?? 0;
    const provisioned = provisionedSum(place, name);
    if (before === undefined && units !== undefined) {
      place.unreservedInFlight -= running;
      place.provisionedUnreserved -= provisioned;
    }
    if (before !== undefined && units === undefined) {
      place.unreservedInFlight += running;
      place.provisionedUnreserved += provisioned;
    }
    place.reservedSum += (units ?? 0) - (before ?? 0);
    if (units === undefined) place.reserved.delete(name);
    else place.reserved.set(name, units);
  }

  return {
    enter({ accountId, region, name, version }) {
      const place = placeOf(accountId, region);
      const provision = place.provisioned.get(name)?.get(version);
      if (provision && provision.inFlight.count < provision.units) {
        provision.inFlight.count += 1;
        place.total += 1;
        return once(() => {
          provision.inFlight.count -= 1;
          place.total -= 1;
        });
      }
      const reserved = place.reserved.get(name);
      const running = place.inFlight.get(name) ?? 0;
      if (reserved !== undefined && running >= reserved - provisionedSum(place, name)) {
        throw tooManyRequests('ReservedFunctionConcurrentInvocationLimitExceeded');
      }
      if (reserved === undefined) {
        if (place.unreservedInFlight >= limit - place.reservedSum - place.provisionedUnreserved) {
          throw tooManyRequests('ConcurrentInvocationLimitExceeded');
        }
        place.unreservedInFlight += 1;
      }
      place.inFlight.set(name, running + 1);
      place.total += 1;
      return once(() => {
        place.inFlight.set(name, (place.inFlight.get(name) ?? 1) - 1);
        if (place.inFlight.size > countsMax) forgetIdle(place.inFlight);
        if (!place.reserved.has(name)) place.unreservedInFlight -= 1;
        place.total -= 1;
      });
    },

    provision({ accountId, region, name, version }, units) {
      const place = placeOf(accountId, region);
      const before = place.provisioned.get(name)?.get(version)?.units ?? 0;
      if (units > before) {
        const others = provisionedSum(place, name) - before;
        const reserved = place.reserved.get(name);
        if (reserved !== undefined && others + units > reserved) throw moreThanReserved();
        const unreserved = limit - place.reservedSum - place.provisionedUnreserved + before;
        if (reserved === undefined && units > unreserved) throw moreThanUnreserved(unreserved);
        if (reserved === undefined && unreserved - units < unreservedMin)
          throw unreservedTooLowForProvisioned(unreservedMin);
      }
      setProvisioned(place, name, version, units);
    },

    inFlight({ accountId, region, name, version }) {
      const place = placeOf(accountId, region);
      const versions = place.provisioned.get(name);
      const own = versions?.get(version);
      const beyond = place.inFlight.get(name) ?? 0;
      let ofFunction = beyond;
      for (const { inFlight } of (versions ?? noVersions).values()) ofFunction += inFlight.count;
      return {
        ofFunction,
        ofAccount: place.total,
        unreserved: place.unreservedInFlight,
        claimed: place.unreservedInFlight + place.reservedSum + place.provisionedUnreserved,
        provisioned: own && {
          units: own.units,
          inUse: own.inFlight.count,
          isSpillover: own.inFlight.count >= own.units && beyond > 0,
        },
      };
    },

    reservedOf: ({ accountId, region, name }) => placeOf(accountId, region).reserved.get(name),

    reserve(key, units) {
      const place = placeOf(key.accountId, key.region);
      const before = place.reserved.get(key.name) ?? 0;
      const provisioned = provisionedSum(place, key.name);
      if (units < provisioned) throw reservedBelowProvisioned(units, provisioned);
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

/** A function that is not called keeps its 0, as most are called again: taking it out and in costs every call. */
function forgetIdle(counts: Map<string, number>): void {
  for (const [name, count] of counts) if (count === 0) counts.delete(name);
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
