import type { IncomingHttpHeaders } from 'node:http';
import { routeOf, type DomainTarget } from './domain-routes.ts';
import type { Items } from './parts.ts';
import type { ApiRecord, Snapshot, StoredApiKey, StoredStage, StoredUsagePlan } from './records.ts';
import type { RestApiRepository } from './repository.ts';
import type { UsageDay, UsageRepository } from './items-repository.ts';

/** A stage as calls meet it: its own settings act at once, its snapshots are frozen. */
export interface PublishedRestStage {
  readonly name: string;
  readonly stage: StoredStage;
  readonly snapshot: Snapshot;
  /** Of the canary, when there is one. */
  readonly canary: Snapshot | undefined;
}

export interface PublishedRestApi {
  readonly accountId: string;
  readonly region: string;
  readonly apiId: string;
  readonly stages: ReadonlyMap<string, PublishedRestStage>;
}

interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** A certificate and its key, as PEM. */
export interface ClientIdentity {
  readonly cert: string;
  readonly key: string;
}

/** An API key with the usage plans it is in. */
export interface KeyWithPlans {
  readonly key: StoredApiKey;
  readonly plans: readonly StoredUsagePlan[];
}

export interface FlushRequest {
  readonly apiId: string;
  readonly stageName: string;
  readonly what: 'data' | 'authorizers';
}

/** The deployed REST APIs, for the data plane. */
export interface RestApiDirectory {
  /** The same object until the API changes. */
  find(apiId: string): PublishedRestApi | undefined;
  /** The API under edit, for tests of its methods. */
  draft(apiId: string): ApiRecord | undefined;
  /** By its value; undefined when there is none, also when it is not enabled. */
  findKey(place: Place, value: string): KeyWithPlans | undefined;
  /** The last day on which a plan's key was used, from a day such as `2026-02-03` on. */
  lastUsage(planId: string, keyId: string, firstDay: string): UsageDay | undefined;
  saveUsage(planId: string, usage: UsageDay): void;
  /** What the stages of a place present to back ends of HTTP. */
  findClientCertificate(place: Place, id: string): ClientIdentity | undefined;
  /** Where a custom domain leads a request to; undefined when there is no such domain. */
  mapDomain(
    domainName: string,
    path: string,
    headers?: IncomingHttpHeaders,
  ): DomainTarget | 'unmapped' | undefined;
  onFlush(listener: (request: FlushRequest) => void): () => void;
}

const cachedMax = 200;
/** As many keys as an account has: one that is not kept costs a look through all of its plans' members. */
const cachedKeysMax = 10_000;
/** GetUsage reaches back a year; longer counts would only grow. */
const usageKeptMs = 400 * 86_400_000;

const oldestKept = (day: string): string =>
  new Date(Date.parse(day) - usageKeptMs).toISOString().slice(0, 10);

export function createDirectory(repository: RestApiRepository, items: Items, usage: UsageRepository) {
  const apis = new Map<string, PublishedRestApi>();
  const keys = new Map<string, KeyWithPlans>();
  const listeners = new Set<(request: FlushRequest) => void>();

  function readKey(place: Place, value: string): KeyWithPlans | undefined {
    const key = items.keys.lookUp(place, value);
    if (!key?.enabled) return undefined;
    const planIds = items.planKeys.list(place).filter(({ keyId }) => keyId === key.id);
    const plans = planIds.flatMap(({ planId }) => items.plans.find(place, planId) ?? []);
    return { key, plans };
  }

  const directory: RestApiDirectory = {
    find(apiId) {
      const known = apis.get(apiId);
      if (known) return known;
      const read = readApi(repository, apiId);
      if (!read) return undefined;
      const [oldest] = apis.keys();
      if (apis.size >= cachedMax && oldest !== undefined) apis.delete(oldest);
      apis.set(apiId, read);
      return read;
    },
    draft: (apiId) => repository.findApi(apiId),
    findKey(place, value) {
      const id = `${place.accountId}/${place.region}/${value}`;
      const known = keys.get(id);
      if (known) return known;
      const read = readKey(place, value);
      if (!read) return undefined;
      if (keys.size >= cachedKeysMax) keys.clear();
      keys.set(id, read);
      return read;
    },
    lastUsage: (planId, keyId, firstDay) => usage.last(planId, keyId, firstDay),
    saveUsage(planId, day) {
      usage.put(planId, day);
      if (day.used === 1) usage.removeBefore(planId, day.keyId, oldestKept(day.day));
    },
    findClientCertificate: (place, id) => items.clientCertificates.find(place, id),
    mapDomain(domainName, path, headers) {
      // Neither addresses nor names of one label are domains: most requests ask the store nothing.
      if (!/\.[a-z]/.test(domainName)) return undefined;
      const { domains } = items;
      const domain = domains.anywhere(domainName) ?? domains.anywhere(domainName.replace(/^[^.]+/, '*'));
      return domain && (routeOf(items, domain, path, headers) ?? 'unmapped');
    },
    onFlush(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    directory,
    changed: (apiId: string) => void apis.delete(apiId),
    itemsChanged: () => keys.clear(),
    flush(request: FlushRequest): void {
      for (const listener of listeners) listener(request);
    },
  };
}

function readApi(repository: RestApiRepository, apiId: string): PublishedRestApi | undefined {
  const api = repository.findApi(apiId);
  if (!api) return undefined;
  const stages = new Map<string, PublishedRestStage>();
  for (const stage of repository.listStages(apiId)) {
    const deployment = repository.findDeployment(apiId, stage.deploymentId);
    if (!deployment) continue;
    const canaryId = stage.canarySettings?.deploymentId;
    stages.set(stage.stageName, {
      name: stage.stageName,
      stage,
      snapshot: deployment.snapshot,
      canary: canaryId === undefined ? undefined : repository.findDeployment(apiId, canaryId)?.snapshot,
    });
  }
  return { accountId: api.accountId, region: api.region, apiId, stages };
}
