import { createHash, randomUUID } from 'node:crypto';
import type { FunctionConfiguration, UpdateFunctionCodeCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { assertSignedCode, signingConfigOf } from '../code-signing.ts';
import { readCodeSource, type CodeArchive } from '../code-source.ts';
import { toConfiguration } from '../configuration.ts';
import { codeStorageExceeded, invalidParameterValue, unsupported } from '../errors.ts';
import { assertChangeable, assertRevision, findLatestOrThrow } from '../function-access.ts';
import { assertUnpackedSize } from '../layers.ts';
import { resolveTarget, type FunctionTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { publishLatest } from '../publishing.ts';
import type { FunctionRecord } from '../records.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { updateCodeConstraints } from '../rules/function-constraints.ts';
import { codeStorageBytesMax } from '../rules/limits.ts';
import { assertRuntime } from '../rules/runtimes.ts';

type Input = UpdateFunctionCodeCommandInput;

export function updateFunctionCode(parts: LambdaParts): Operation<Input, FunctionConfiguration> {
  return async (input, context) => {
    assertConstraints(updateCodeConstraints, input);
    const target = resolveTarget(input, context, 'UpdateFunctionCode');
    if (input.ImageUri !== undefined) {
      throw invalidParameterValue(
        "Please don't provide ImageUri when updating a function with packageType Zip.",
      );
    }
    if (input.PublishTo !== undefined) {
      throw unsupported('PublishTo is not implemented: it belongs to managed instances. Leave it out.');
    }
    // Looked at before the archive, so that a stale or busy function is refused without the work.
    changeableFunction(parts, target, input.RevisionId);
    const archive = await readCodeSource(input, parts, context);

    assertUnpackedSize(
      archive.unpackedSize,
      changeableFunction(parts, target, input.RevisionId).settings.layers,
    );
    assertSignedCode(parts, target.key, signingConfigOf(parts, target.key), 'code');
    if (input.DryRun) {
      const before = changeableFunction(parts, target, input.RevisionId);
      const blob = createHash('sha256').update(archive.bytes).digest('hex');
      const { state, revisionId, modifiedMs } = before;
      return toConfiguration(parts, {
        ...withCode(before, archive, blob, input, parts),
        state,
        revisionId,
        modifiedMs,
      });
    }
    const after = await parts.code.keep(archive.bytes, (blob) =>
      parts.repository.transaction(() => {
        const before = changeableFunction(parts, target, input.RevisionId);
        const updated = withCode(before, archive, blob, input, parts);
        const usage = parts.repository.usage(before.accountId, before.region);
        const codeBytes = usage.codeBytes - before.codeSize + updated.codeSize;
        if (codeBytes > codeStorageBytesMax) throw codeStorageExceeded();
        parts.repository.update(updated);
        return input.Publish ? publishLatest(parts, updated, undefined, { kind: 'pending' }) : updated;
      }),
    );
    parts.transitions.begin(target.key);
    return toConfiguration(parts, after, input.Publish ? after.version : target.qualifier);
  };
}

function changeableFunction(parts: LambdaParts, target: FunctionTarget, revisionId: string | undefined) {
  const record = findLatestOrThrow(parts.repository, target);
  assertChangeable(record);
  assertRevision(record, revisionId);
  assertRuntime(record.settings.runtime, 'update', parts.clock.now());
  return record;
}

function withCode(
  before: FunctionRecord,
  archive: CodeArchive,
  codeBlob: string,
  input: Input,
  parts: LambdaParts,
): FunctionRecord {
  return {
    ...before,
    settings: {
      ...before.settings,
      generation: randomUUID(),
      architectures: input.Architectures ?? before.settings.architectures,
    },
    codeBlob,
    codeSize: archive.bytes.length,
    unpackedSize: archive.unpackedSize,
    state: { kind: 'updating', running: { settings: before.settings, codeBlob: before.codeBlob } },
    revisionId: randomUUID(),
    modifiedMs: parts.clock.now(),
  };
}
