import type { PublishLayerVersionCommandInput, PublishLayerVersionResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { readCodeSource } from '../code-source.ts';
import { accessDenied, codeStorageExceeded } from '../errors.ts';
import { layerArn, resolveLayer } from '../layer-names.ts';
import { toLayerVersion } from '../layers.ts';
import type { LambdaParts } from '../parts.ts';
import type { LayerVersionRecord } from '../repository-layers.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { publishLayerConstraints } from '../rules/layer-constraints.ts';
import { codeStorageBytesMax } from '../rules/limits.ts';

export function publishLayerVersion(
  parts: LambdaParts,
): Operation<PublishLayerVersionCommandInput, PublishLayerVersionResponse> {
  return async (input, context) => {
    assertConstraints(publishLayerConstraints, input);
    const key = resolveLayer(input.LayerName ?? '', context);
    if (key.accountId !== context.accountId) {
      throw accessDenied(context.accountId, 'PublishLayerVersion', layerArn(key));
    }
    const archive = await readCodeSource(input.Content ?? {}, parts, context);
    const record = await parts.code.keep(archive.bytes, (codeBlob) =>
      parts.repository.transaction(() => {
        const usage = parts.repository.usage(key.accountId, key.region);
        if (usage.codeBytes + archive.bytes.length > codeStorageBytesMax) throw codeStorageExceeded();
        const published: LayerVersionRecord = {
          ...key,
          version: parts.repository.layers.nextNumber(key),
          description: input.Description ?? '',
          licenseInfo: input.LicenseInfo,
          runtimes: input.CompatibleRuntimes,
          architectures: input.CompatibleArchitectures,
          codeBlob,
          codeSize: archive.bytes.length,
          unpackedSize: archive.unpackedSize,
          createdMs: parts.clock.now(),
          statements: [],
          policyRevisionId: undefined,
        };
        parts.repository.layers.insert(published);
        return published;
      }),
    );
    return toLayerVersion(record, parts, context);
  };
}
