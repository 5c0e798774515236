import 'server-only';
import { db } from '@/lib/db/database';
import type { ApiRequest, PastApiRequest } from '@/lib/domain/api-request';
import type { Place } from '@/lib/routes';

// Calls made by the request runner, for each user: what was sent and how it went, not what came back. Keys and
// tokens are not kept: whoever makes the call again gives them again.

interface Owner {
  readonly place: Place;
  readonly apiId: string;
  readonly ownerId: string;
}

const parametersOf = ({ place, apiId, ownerId }: Owner) => ({
  connection: place.connectionId,
  region: place.region,
  api: apiId,
  owner: ownerId,
});

const whose = `connection_id = :connection AND region = :region AND api_id = :api AND owner_id = :owner`;

type Row = {
  readonly id: number;
  readonly request: string;
  readonly status: number | null;
  readonly duration_ms: number | null;
  readonly at: string;
};

/** A user's calls of an API, the newest first. */
export function readPastRequests(owner: Owner): PastApiRequest[] {
  return db()
    .statement<Row>(
      `SELECT id, request, status, duration_ms, at FROM past_requests WHERE ${whose} ORDER BY id DESC`,
    )
    .all(parametersOf(owner))
    .map((row) => ({
      id: row.id,
      request: JSON.parse(row.request) as ApiRequest, // Written below, from what the schema let in.
      status: row.status ?? undefined,
      durationMs: row.duration_ms ?? undefined,
      at: row.at,
    }));
}

/** Calls of one user to all APIs, those that are deleted included. */
const ofOwnerMax = 1_000;
const bodyKeptMax = 64 * 1024;
const secretHeader = /^(authorization|cookie|x-api-key|x-amz-security-token|.*(token|secret|password).*)$/i;

/** A call as it is kept: without the values of secret headers, and without a body that is large. */
export function keptRequest(request: ApiRequest): ApiRequest {
  return {
    ...request,
    headers: request.headers.map(([name, value]) => [name, secretHeader.test(name) ? '' : value]),
    body: request.body.length > bodyKeptMax ? '' : request.body,
  };
}

/** Remembers a call, and forgets the oldest beyond `max`. */
export function writePastRequest(owner: Owner, past: Omit<PastApiRequest, 'id'>, max: number): void {
  db().transaction(() => {
    db()
      .statement(
        `INSERT INTO past_requests (connection_id, region, api_id, owner_id, request, status, duration_ms, at)
         VALUES (:connection, :region, :api, :owner, :request, :status, :duration, :at)`,
      )
      .run({
        ...parametersOf(owner),
        request: JSON.stringify(keptRequest(past.request)),
        status: past.status ?? null,
        duration: past.durationMs ?? null,
        at: past.at,
      });
    db()
      .statement(
        `DELETE FROM past_requests WHERE ${whose} AND id NOT IN
         (SELECT id FROM past_requests WHERE ${whose} ORDER BY id DESC LIMIT :max)`,
      )
      .run({ ...parametersOf(owner), max });
    db()
      .statement(
        `DELETE FROM past_requests WHERE owner_id = :owner AND id NOT IN
         (SELECT id FROM past_requests WHERE owner_id = :owner ORDER BY id DESC LIMIT :max)`,
      )
      .run({ owner: owner.ownerId, max: ofOwnerMax });
  });
}

/** Forgets all calls of a user to an API. */
export function clearPastRequests(owner: Owner): void {
  db().statement(`DELETE FROM past_requests WHERE ${whose}`).run(parametersOf(owner));
}
