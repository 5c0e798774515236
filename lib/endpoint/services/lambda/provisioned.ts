import type { ProvisionOutcome } from '../../runtimes/launch.ts';
import { ServiceError } from '../../errors.ts';
import type { Clock } from '../clock.ts';
import type { Concurrency, ProvisionedUnits } from './concurrency.ts';
import { resourceConflict } from './errors.ts';
import { describeRun, environmentKey } from './invocation.ts';
import { withMounts } from './mounts.ts';
import { functionArn } from './names.ts';
import type { LambdaParts } from './parts.ts';
import type { FunctionKey, FunctionRecord } from './records.ts';
import type { LambdaRepository } from './repository.ts';
import type { OptionOf } from './repository-options.ts';

type Config = OptionOf<'provisioned'>;

/** How far a configuration has come. Lives as long as the program: every start provisions anew. */
interface Progress {
  readonly version: string;
  readonly status: 'IN_PROGRESS' | 'READY' | 'FAILED';
  readonly reason?: string;
}

export interface ProvisionedView {
  readonly config: Config;
  readonly status: 'IN_PROGRESS' | 'READY' | 'FAILED';
  readonly reason: string | undefined;
  /** Initialised environments. */
  readonly available: number;
}

/** Provisioned concurrency of versions and aliases: sizes are kept, environments are made of them at every start. */
export interface ProvisionedConcurrency {
  /** Throws what AWS answers when the size does not fit. */
  put(key: FunctionKey, qualifier: string, requested: number): ProvisionedView;
  find(key: FunctionKey, qualifier: string): ProvisionedView | undefined;
  ofFunction(key: FunctionKey): ProvisionedView[];
  remove(key: FunctionKey, qualifier: string): void;
  /** Before an alias points to another version: its environments follow it. Throws when they cannot. */
  move(key: FunctionKey, alias: string, version: string): void;
  /** After a function was deleted, with what it had. */
  forget(key: FunctionKey, had: readonly ProvisionedView[]): void;
  /** Takes up what the data folder knows. */
  start(): void;
}

export function createProvisionedConcurrency(
  parts: Pick<
    LambdaParts,
    | 'repository'
    | 'archives'
    | 'runtimes'
    | 'logger'
    | 'endpointUrl'
    | 'keys'
    | 'networks'
    | 'fileSystems'
    | 'tracing'
  > & {
    readonly concurrency: Concurrency;
    readonly clock: Clock;
  },
): ProvisionedConcurrency {
  const { repository, concurrency, runtimes, logger, clock } = parts;
  const progress = new Map<string, Progress>();

  function versionOf(key: FunctionKey, qualifier: string): string {
    return repository.aliases.find(key, qualifier)?.version ?? qualifier;
  }

  function view(config: Config): ProvisionedView {
    const known = progress.get(functionArn(config, config.qualifier));
    const record = repository.versions.find(config, versionOf(config, config.qualifier));
    const available = record ? runtimes.provisioned(environmentKey(record, record.settings)) : 0;
    return {
      config,
      status: known?.status ?? 'IN_PROGRESS',
      reason: known?.reason,
      available: Math.min(available, config.value.requested),
    };
  }

  /** Asks the runtimes and keeps the outcome, unless the configuration has changed meanwhile. */
  function allocate(key: FunctionKey, qualifier: string, version: string, requested: number): void {
    const id = functionArn(key, qualifier);
    const begun: Progress = { version, status: 'IN_PROGRESS' };
    progress.set(id, begun);
    const end = (next: Progress) => {
      if (progress.get(id) === begun) progress.set(id, next);
    };
    const record = repository.versions.find(key, version);
    if (!record) return end({ version, status: 'FAILED', reason: `Version ${version} does not exist.` });
    void run(record, requested).then(
      (outcome) => {
        if (outcome.kind === 'ready') end({ version, status: 'READY' });
        if (outcome.kind === 'failed') {
          const reason = outcome.cause === 'init' ? `FUNCTION_ERROR_INIT_FAILURE` : outcome.reason;
          end({ version, status: 'FAILED', reason });
        }
      },
      (error: unknown) => {
        logger.error({ err: error, function: id }, 'Provisioned concurrency could not be allocated');
        end({
          version,
          status: 'FAILED',
          reason:
            error instanceof ServiceError
              ? error.message
              : 'The environments could not be made; the log has the cause.',
        });
      },
    );
  }

  async function run(record: FunctionRecord, count: number): Promise<ProvisionOutcome> {
    const launch = await describeRun(record, record, parts);
    // What is let go needs no file system any more, and may not have one.
    const mounted = count === 0 ? launch : await withMounts(launch, record, record.settings, parts);
    return runtimes.provision(mounted, count);
  }

  function letGo(key: FunctionKey, version: string): void {
    const record = repository.versions.find(key, version);
    if (!record) return;
    concurrency.provision(record, 0);
    void run(record, 0).catch((error: unknown) =>
      logger.error({ err: error }, 'Provisioned environments could not be let go'),
    );
  }

  return {
    put(key, qualifier, requested) {
      const version = versionOf(key, qualifier);
      assertOnlyOne(repository, key, qualifier, version);
      concurrency.provision({ ...key, version }, requested);
      const value = { requested, modifiedMs: clock.now() };
      repository.options.put(key, qualifier, 'provisioned', value);
      allocate(key, qualifier, version, requested);
      return { config: { ...key, qualifier, value }, status: 'IN_PROGRESS', reason: undefined, available: 0 };
    },

    find(key, qualifier) {
      const value = repository.options.find(key, qualifier, 'provisioned');
      return value && view({ ...key, qualifier, value });
    },

    ofFunction: (key) => repository.options.ofFunction(key, 'provisioned').map(view),

    remove(key, qualifier) {
      if (!repository.options.find(key, qualifier, 'provisioned')) return;
      repository.options.remove(key, qualifier, 'provisioned');
      progress.delete(functionArn(key, qualifier));
      letGo(key, versionOf(key, qualifier));
    },

    move(key, alias, version) {
      const value = repository.options.find(key, alias, 'provisioned');
      const before = versionOf(key, alias);
      if (!value || before === version) return;
      assertOnlyOne(repository, key, alias, version);
      letGo(key, before);
      concurrency.provision({ ...key, version }, value.requested);
      allocate(key, alias, version, value.requested);
    },

    forget(key, had) {
      for (const { config } of had) {
        const id = functionArn(key, config.qualifier);
        const version = progress.get(id)?.version;
        progress.delete(id);
        if (version !== undefined) concurrency.provision({ ...key, version }, 0);
      }
    },

    start() {
      for (const config of repository.options.all('provisioned')) {
        const version = versionOf(config, config.qualifier);
        allocate(config, config.qualifier, version, config.value.requested);
      }
    },
  };
}

/** Units that the data folder knows, for the accounts of concurrency. */
export function provisionedUnits(
  repository: LambdaRepository,
): (accountId: string, region: string) => ProvisionedUnits[] {
  return (accountId, region) =>
    repository.options
      .all('provisioned')
      .filter((config) => config.accountId === accountId && config.region === region)
      .map((config) => ({
        name: config.name,
        version: repository.aliases.find(config, config.qualifier)?.version ?? config.qualifier,
        units: config.value.requested,
      }));
}

/** A version has it by itself or through one alias (errors 27 and 28). */
function assertOnlyOne(
  repository: LambdaRepository,
  key: FunctionKey,
  qualifier: string,
  version: string,
): void {
  for (const other of repository.options.ofFunction(key, 'provisioned')) {
    if (other.qualifier === qualifier) continue;
    const isVersion = /^\d+$/.test(other.qualifier);
    const otherVersion = isVersion ? other.qualifier : repository.aliases.find(key, other.qualifier)?.version;
    if (otherVersion !== version) continue;
    throw resourceConflict(
      qualifier === version
        ? 'Version is pointed by a Provisioned Concurrency alias'
        : "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
    );
  }
}
