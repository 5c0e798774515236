import { randomUUID } from 'node:crypto';
import type { CreateFunctionCommandInput, FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findProviderArn, keepProvider } from '../capacity-providers.ts';
import { assertSignedCode, findAttachableConfig, signingArn } from '../code-signing.ts';
import { readCodeSource } from '../code-source.ts';
import { toConfiguration } from '../configuration.ts';
import { codeStorageExceeded, invalidParameterValue, resourceConflict, unsupported } from '../errors.ts';
import { assertUnpackedSize, resolveLayers } from '../layers.ts';
import { resolveNewName } from '../names.ts';
import { claimInterfaces, resolveNetwork } from '../network.ts';
import type { LambdaParts } from '../parts.ts';
import type { FunctionRecord } from '../records.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { createConstraints } from '../rules/function-constraints.ts';
import { assertDeadLetter } from '../rules/dead-letter.ts';
import { codeStorageBytesMax } from '../rules/limits.ts';
import { assertManagedCreation, assertManagedSettings, managedSettings } from '../rules/managed.ts';
import { assertRole } from '../rules/role.ts';
import { assertRuntime, assertSnapStart } from '../rules/runtimes.ts';
import { assertSettings } from '../rules/settings.ts';
import { mergeTags } from '../rules/tags.ts';
import { assertTenancy } from '../rules/tenancy.ts';
import { sealVariables } from '../sealed-variables.ts';
import { createSettings } from '../settings.ts';
import { publishCopy } from '../publishing.ts';

export function createFunction(
  parts: LambdaParts,
): Operation<CreateFunctionCommandInput, FunctionConfiguration> {
  return async (input, context) => {
    assertConstraints(createConstraints, input);
    const key = resolveNewName(input.FunctionName ?? '', context);
    assertCreatable(input);
    assertSettings(input, input.CapacityProviderConfig !== undefined);
    assertDeadLetter(input.DeadLetterConfig?.TargetArn, context.region);
    assertTenancy(input);
    assertManagedCreation(input);
    const layers = resolveLayers(parts.repository, input.Layers ?? [], context);
    const settings = sealVariables(parts, key, {
      ...createSettings(input, key.name, layers),
      ...managedSettings(input, {}, findProviderArn(parts, input, context)),
      ...resolveNetwork(parts, key, input, {}),
    });
    assertRuntime(settings.runtime, 'create', parts.clock.now());
    assertSnapStart(settings.snapStartApplyOn, settings.runtime);
    assertManagedSettings(settings);
    const tags = mergeTags({}, input.Tags ?? {});
    await assertRole(parts.roles, context.accountId, input.Role);

    // An empty text stands for none, as AWS's console sends it.
    const signingConfig = input.CodeSigningConfigArn
      ? findAttachableConfig(parts, input.CodeSigningConfigArn, context)
      : undefined;

    const alreadyExists = () => resourceConflict(`Function already exist: ${key.name}`);
    if (parts.repository.find(key)) throw alreadyExists();
    const archive = await readCodeSource(input.Code ?? {}, parts, context);
    assertUnpackedSize(archive.unpackedSize, settings.layers);

    const record = await parts.code.keep(archive.bytes, (codeBlob) =>
      parts.repository.transaction(() => {
        // Again, in the transaction: another request may have come first.
        if (parts.repository.find(key)) throw alreadyExists();
        resolveLayers(parts.repository, input.Layers ?? [], context);
        resolveNetwork(parts, key, input, {});
        findProviderArn(parts, input, context);
        const usage = parts.repository.usage(key.accountId, key.region);
        if (usage.codeBytes + archive.bytes.length > codeStorageBytesMax) throw codeStorageExceeded();
        const created: FunctionRecord = {
          ...key,
          version: '$LATEST',
          settings,
          codeBlob,
          codeSize: archive.bytes.length,
          unpackedSize: archive.unpackedSize,
          tags,
          state: { kind: 'pending' },
          revisionId: randomUUID(),
          modifiedMs: parts.clock.now(),
        };
        assertSignedCode(parts, key, signingConfig, 'code');
        parts.repository.insert(created);
        if (settings.vpc) claimInterfaces(parts, created, settings.vpc);
        keepProvider(parts, created);
        if (signingConfig) parts.repository.options.put(key, '', 'codeSigning', signingArn(signingConfig));
        return input.Publish ? publishCopy(parts, created, { kind: 'pending' }) : created;
      }),
    );
    parts.transitions.begin(key);
    return toConfiguration(parts, record);
  };
}

function assertCreatable(input: CreateFunctionCommandInput): void {
  if (input.PackageType === 'Image') {
    throw unsupported(
      'Functions from container images are not implemented. Create a function of package type Zip.',
    );
  }
  if (input.PublishTo !== undefined) {
    throw unsupported('PublishTo is not implemented: it belongs to managed instances. Leave it out.');
  }
  if (!input.Runtime || !input.Handler) {
    throw invalidParameterValue(
      'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
    );
  }
}
