import { randomUUID } from 'node:crypto';
import type { FunctionConfiguration, UpdateFunctionConfigurationCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findProviderArn, keepProvider } from '../capacity-providers.ts';
import { assertSignedCode, signingConfigOf } from '../code-signing.ts';
import { toConfiguration } from '../configuration.ts';
import { invalidParameterValue } from '../errors.ts';
import { assertChangeable, assertRevision, findLatestOrThrow } from '../function-access.ts';
import { layersSize, resolveLayers } from '../layers.ts';
import { resolveTarget } from '../names.ts';
import { claimInterfaces, resolveNetwork } from '../network.ts';
import type { LambdaParts } from '../parts.ts';
import type { FunctionRecord } from '../records.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { updateConfigurationConstraints } from '../rules/function-constraints.ts';
import { assertDeadLetter } from '../rules/dead-letter.ts';
import { codeUnpackedBytesMax } from '../rules/limits.ts';
import { assertManagedSettings, assertManagedUpdate, managedSettings } from '../rules/managed.ts';
import { assertRole } from '../rules/role.ts';
import { assertRuntime, assertSnapStart } from '../rules/runtimes.ts';
import { assertSettings } from '../rules/settings.ts';
import { assertNotIsolated } from '../rules/tenancy.ts';
import { sealVariables } from '../sealed-variables.ts';
import { mergeSettings } from '../settings.ts';

export function updateFunctionConfiguration(
  parts: LambdaParts,
): Operation<UpdateFunctionConfigurationCommandInput, FunctionConfiguration> {
  return async (input, context) => {
    assertConstraints(updateConfigurationConstraints, input);
    const target = resolveTarget(input, context, 'UpdateFunctionConfiguration');
    const { settings: present } = findLatestOrThrow(parts.repository, target);
    assertManagedUpdate(input, present);
    assertSettings(input, present.capacityProvider !== undefined);
    assertDeadLetter(input.DeadLetterConfig?.TargetArn, context.region);
    resolveLayers(parts.repository, input.Layers ?? [], context);
    resolveNetwork(parts, target.key, input, present);
    await assertRole(parts.roles, context.accountId, input.Role);

    const after = parts.repository.transaction(() => {
      const before = findLatestOrThrow(parts.repository, target);
      assertChangeable(before);
      assertRevision(before, input.RevisionId);
      const layers = resolveLayers(parts.repository, input.Layers ?? [], context);
      const network = resolveNetwork(parts, target.key, input, before.settings);
      const merged = {
        ...mergeSettings(before.settings, input, layers),
        ...network,
        ...managedSettings(input, before.settings, findProviderArn(parts, input, context)),
      };
      assertManagedSettings(merged);
      const settings = sealVariables(parts, target.key, merged, before.settings);
      if (before.unpackedSize + layersSize(settings.layers) > codeUnpackedBytesMax) {
        throw invalidParameterValue(
          `Layers consume more than the available size of ${codeUnpackedBytesMax} bytes`,
        );
      }
      if (layers.length > 0)
        assertSignedCode(parts, target.key, signingConfigOf(parts, target.key), 'layers');
      assertRuntime(settings.runtime, 'update', parts.clock.now());
      assertSnapStart(settings.snapStartApplyOn, settings.runtime);
      if (settings.snapStartApplyOn !== 'None') assertNotIsolated(settings, 'SnapStart');
      const updated: FunctionRecord = {
        ...before,
        settings,
        state: { kind: 'updating', running: { settings: before.settings, codeBlob: before.codeBlob } },
        revisionId: randomUUID(),
        modifiedMs: parts.clock.now(),
      };
      parts.repository.update(updated);
      if (input.VpcConfig) claimInterfaces(parts, updated, settings.vpc);
      keepProvider(parts, updated);
      return updated;
    });
    parts.transitions.begin(target.key);
    return toConfiguration(parts, after, target.qualifier);
  };
}
