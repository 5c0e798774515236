import type { FunctionConfiguration, PublishVersionCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { codeSha256, toConfiguration } from '../configuration.ts';
import { invalidParameterValue, unsupported } from '../errors.ts';
import { assertChangeable, assertRevision, findLatestOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { publishLatest } from '../publishing.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { publishConstraints } from '../rules/version-constraints.ts';

export function publishVersion(
  parts: LambdaParts,
): Operation<PublishVersionCommandInput, FunctionConfiguration> {
  return (input, context) => {
    assertConstraints(publishConstraints, input);
    const target = resolveTarget({ FunctionName: input.FunctionName }, context, 'PublishVersion');
    if (input.PublishTo !== undefined) {
      throw unsupported('PublishTo is not implemented: it belongs to managed instances. Leave it out.');
    }
    const version = parts.repository.transaction(() => {
      const latest = findLatestOrThrow(parts.repository, target);
      assertChangeable(latest);
      assertRevision(latest, input.RevisionId);
      assertCode(codeSha256(latest.codeBlob), input.CodeSha256);
      // SnapStart's snapshot is taken, and instances start, before the version can run.
      const { snapStartApplyOn, capacityProvider } = latest.settings;
      const isAwaited = snapStartApplyOn === 'PublishedVersions' || capacityProvider !== undefined;
      return publishLatest(parts, latest, input.Description, { kind: isAwaited ? 'pending' : 'active' });
    });
    if (version.state.kind === 'pending') parts.transitions.begin(target.key);
    return toConfiguration(parts, version, version.version);
  };
}

function assertCode(actual: string, given: string | undefined): void {
  if (given === undefined || given === '' || given === actual) return;
  throw invalidParameterValue(
    `CodeSHA256 (${given}) is different from current CodeSHA256 in $LATEST (${actual}). Please try again with the CodeSHA256 in $LATEST.`,
  );
}
