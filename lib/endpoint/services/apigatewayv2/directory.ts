import type { HttpApiRepository } from './repository.ts';
import type { ApiRecord, Snapshot } from './records.ts';

/** A stage as calls meet it. */
export interface PublishedStage {
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Undefined until something was deployed to it. */
  readonly snapshot: Snapshot | undefined;
}

export interface PublishedApi extends Pick<ApiRecord, 'accountId' | 'region' | 'apiId'> {
  readonly stages: ReadonlyMap<string, PublishedStage>;
}

/** The deployed APIs, for the data plane. */
export interface HttpApiDirectory {
  /** The same object until the API changes. */
  find(apiId: string): PublishedApi | undefined;
}

/** APIs kept in memory; the one that was read first makes room. */
const cachedMax = 200;

export function createDirectory(repository: HttpApiRepository) {
  const cache = new Map<string, PublishedApi>();
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
  };
}

function readApi(repository: HttpApiRepository, apiId: string): PublishedApi | undefined {
  const api = repository.findApi(apiId);
  if (!api) return undefined;
  const stages = repository
    .listParts(apiId, 'stage')
    .map(({ StageName, StageVariables, DeploymentId }): [string, PublishedStage] => {
      const deployment =
        DeploymentId === undefined ? undefined : repository.findPart(apiId, 'deployment', DeploymentId);
      return [
        StageName,
        { name: StageName, variables: StageVariables ?? {}, snapshot: deployment?.snapshot },
      ];
    });
  return { accountId: api.accountId, region: api.region, apiId, stages: new Map(stages) };
}
