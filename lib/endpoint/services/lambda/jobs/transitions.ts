import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { CodeArchives, LambdaLogger } from '../parts.ts';
import { functionArn } from '../names.ts';
import type { FunctionKey, FunctionRecord } from '../records.ts';
import type { LambdaRepository } from '../repository.ts';

/** Long enough for the answer of the request to leave with the state in between, as on AWS. */
const delayMs = 20;

const unpackingFailed = {
  kind: 'failed',
  reason: 'The code archive could not be unpacked.',
  reasonCode: 'InvalidZipFileException',
} as const;

/** Ends creations and updates: `Pending` → `Active` or `Failed`, `InProgress` → `Successful`. */
export interface Transitions {
  /** Call after the change is committed. */
  begin(key: FunctionKey): void;
  /** Takes up what the last run left between two states; returns how many. */
  resume(): number;
  close(): Promise<void>;
}

export interface TransitionDependencies {
  readonly repository: LambdaRepository;
  readonly archives: CodeArchives;
  readonly clock: Clock;
  readonly logger: LambdaLogger;
  /** Called after an update took effect: the environments and the blob of the previous generation have no use now. */
  readonly afterUpdate: (before: FunctionRecord, after: FunctionRecord) => void;
}

export function createTransitions(dependencies: TransitionDependencies): Transitions {
  const { repository, archives, clock, logger } = dependencies;
  const waiting = new Map<symbol, () => void>();
  const running = new Set<Promise<void>>();
  let isClosed = false;

  function begin(key: FunctionKey): void {
    if (isClosed) return;
    const ticket = Symbol(key.name);
    const callOff = clock.after(delayMs, () => {
      waiting.delete(ticket);
      const job = finish(key).catch((error: unknown) => {
        logger.error(
          { err: error, function: functionArn(key) },
          'A function could not leave its state in between',
        );
      });
      running.add(job);
      void job.finally(() => running.delete(job));
    });
    waiting.set(ticket, callOff);
  }

  /** The code is unpacked now, so that the first call does not wait for it and a failure shows as a state. */
  async function unpack(record: FunctionRecord): Promise<'active' | 'failed'> {
    try {
      const layers = record.settings.layers ?? [];
      await Promise.all(
        [record.codeBlob, ...layers.map(({ blob }) => blob)].map((blob) => archives.folderFor(blob)),
      );
      return 'active';
    } catch (error) {
      logger.error(
        { err: error, function: functionArn(record, record.version) },
        'The code of a function could not be unpacked',
      );
      return 'failed';
    }
  }

  async function finish(key: FunctionKey): Promise<void> {
    await finishLatest(key);
    for (const version of repository.versions.pending(key)) {
      const end = await unpack(version);
      const revised = { ...version, revisionId: randomUUID() };
      repository.versions.setState(revised, end === 'failed' ? unpackingFailed : { kind: 'active' });
    }
  }

  async function finishLatest(key: FunctionKey): Promise<void> {
    const before = repository.find(key);
    if (!before || (before.state.kind !== 'pending' && before.state.kind !== 'updating')) return;
    const end = await unpack(before);
    const after = repository.transaction(() => {
      const now = repository.find(key);
      // Deleted, or deleted and made anew, in between: the other one has a job of its own.
      if (!now || now.settings.generation !== before.settings.generation) return undefined;
      if (now.state.kind !== 'pending' && now.state.kind !== 'updating') return undefined;
      const next: FunctionRecord = {
        ...now,
        revisionId: randomUUID(),
        state: end === 'failed' ? unpackingFailed : { kind: 'active' },
      };
      repository.update(next);
      return { before: now, next };
    });
    if (after && after.before.state.kind === 'updating') dependencies.afterUpdate(after.before, after.next);
  }

  return {
    begin,
    resume() {
      // A function and its version that were made together end together.
      const left = new Map<string, FunctionKey>();
      for (const record of [...repository.inTransition(), ...repository.versions.pending()]) {
        left.set(functionArn(record), record);
      }
      for (const key of left.values()) begin(key);
      return left.size;
    },
    async close() {
      isClosed = true;
      for (const callOff of waiting.values()) callOff();
      waiting.clear();
      await Promise.all(running);
    },
  };
}
