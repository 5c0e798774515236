import type { HttpApiRepository } from './repository.ts';
import { protocolOf, type ApiRecord, type Protocol, type Snapshot, type StoredStage } from './records.ts';

/** A stage as calls meet it. */
export interface PublishedStage {
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Undefined until something was deployed to it. */
  readonly snapshot: Snapshot | undefined;
  /** Throttling and logs; in force at once. */
  readonly settings: Pick<StoredStage, 'DefaultRouteSettings' | 'RouteSettings' | 'AccessLogSettings'>;
}

export interface PublishedApi extends Pick<ApiRecord, 'accountId' | 'region' | 'apiId'> {
  readonly protocol: Protocol;
  readonly stages: ReadonlyMap<string, PublishedStage>;
}

/** The deployed APIs, for the data plane. */
export interface HttpApiDirectory {
  /** The same object until the API changes. */
  find(apiId: string): PublishedApi | undefined;
  /** Results of Lambda authorizers are to be forgotten. Returns how to stop listening. */
  onReset(listener: (apiId: string, stageName: string) => void): () => void;
}

/** APIs kept in memory; the one that was read first makes room. */
const cachedMax = 200;

export function createDirectory(repository: HttpApiRepository) {
  const cache = new Map<string, PublishedApi>();
  const listeners = new Set<(apiId: string, stageName: string) => void>();
  return {
    find(apiId: string): PublishedApi | undefined {
      const known = cache.get(apiId);
      if (known) return known;
      const read = readApi(repository, apiId);
      if (!read) return undefined;
      const [oldest] = cache.keys();
      if (cache.size >= cachedMax && oldest !== undefined) cache.delete(oldest);
      cache.set(apiId, read);
      return read;
    },
    forget(apiId: string): void {
      cache.delete(apiId);
    },
    onReset(listener: (apiId: string, stageName: string) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reset(apiId: string, stageName: string): void {
      for (const listener of listeners) listener(apiId, stageName);
    },
  };
}

function readApi(repository: HttpApiRepository, apiId: string): PublishedApi | undefined {
  const api = repository.findApi(apiId);
  if (!api) return undefined;
  const stages = repository.listParts(apiId, 'stage').map((stage): [string, PublishedStage] => {
    const { StageName, StageVariables, DeploymentId } = stage;
    const deployment =
      DeploymentId === undefined ? undefined : repository.findPart(apiId, 'deployment', DeploymentId);
    const variables = StageVariables ?? {};
    return [StageName, { name: StageName, variables, snapshot: deployment?.snapshot, settings: stage }];
  });
  return {
    accountId: api.accountId,
    region: api.region,
    apiId,
    protocol: protocolOf(api),
    stages: new Map(stages),
  };
}
