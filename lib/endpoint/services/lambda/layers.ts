import type { LayerVersionsListItem, PublishLayerVersionResponse } from '@aws-sdk/client-lambda';
import { parseArn } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { codeSha256, formatModified } from './configuration.ts';
import type { CodeStore } from './code-store.ts';
import { accessDeniedToLayer, invalidParameterValue } from './errors.ts';
import { layerArn, parseLayerVersionArn } from './layer-names.ts';
import type { LambdaParts } from './parts.ts';
import { listOf } from './policy-statements.ts';
import type { LayerReference } from './records.ts';
import type { LambdaRepository } from './repository.ts';
import type { LayerVersionRecord } from './repository-layers.ts';
import { codeUnpackedBytesMax } from './rules/limits.ts';

const layersMax = 5;

type Place = Pick<RequestContext, 'accountId' | 'region'>;

/** The layers a function names, in order, checked as AWS checks them (error 68). */
export function resolveLayers(
  repository: LambdaRepository,
  names: readonly string[],
  place: Place,
): LayerReference[] {
  if (names.length > layersMax)
    throw invalidParameterValue(`Cannot reference more than ${layersMax} layers.`);
  const seen = new Map<string, string>();
  return names.map((name) => {
    const region = parseArn(name)?.region ?? '';
    if (region !== '' && region !== place.region) {
      throw invalidParameterValue(
        `Layers are not in the same region as the function. Layers are expected to be in region ${place.region}.`,
      );
    }
    const layer = findReadable(repository, name, place);
    const other = seen.get(layerArn(layer));
    if (other !== undefined) {
      throw invalidParameterValue(
        `Two different versions of the same layer are not allowed to be referenced in the same function. ${other} and ${name} are versions of the same layer.`,
      );
    }
    seen.set(layerArn(layer), name);
    return { arn: name, blob: layer.codeBlob, codeSize: layer.codeSize, unpackedSize: layer.unpackedSize };
  });
}

function findReadable(repository: LambdaRepository, name: string, place: Place): LayerVersionRecord {
  const parsed = parseLayerVersionArn(name);
  if (parsed && parsed.version < 1) throw invalidParameterValue('Layer Version Cannot be less than 1');
  const layer = parsed && repository.layers.find(parsed.key, parsed.version);
  // Of other accounts' layers nothing is told, not even that they are missing.
  if (parsed && parsed.key.accountId !== place.accountId && !(layer && isReadableBy(layer, place.accountId)))
    throw accessDeniedToLayer(place.accountId, name);
  if (!layer) throw invalidParameterValue(`Layer version ${name} does not exist.`);
  return layer;
}

/** The owner always; others by the layer version's policy. Organizations are not known here, so they permit no one. */
export function isReadableBy(layer: LayerVersionRecord, accountId: string): boolean {
  if (layer.accountId === accountId) return true;
  return layer.statements.some(({ Principal, Condition }) => {
    if (Condition) return false;
    return Principal === '*' || listOf(Principal.AWS).some((arn) => parseArn(arn)?.account === accountId);
  });
}

export function layersSize(layers: readonly LayerReference[] = []): number {
  return layers.reduce((sum, layer) => sum + layer.unpackedSize, 0);
}

/** Code and layers have one limit together (error 69). */
export function assertUnpackedSize(codeBytes: number, layers: readonly LayerReference[] | undefined): void {
  const bytes = codeBytes + layersSize(layers);
  if (bytes <= codeUnpackedBytesMax) return;
  throw invalidParameterValue(
    `Function code combined with layers exceeds the maximum allowed size of ${codeUnpackedBytesMax} bytes. The actual size is ${bytes} bytes.`,
  );
}

/** Lets go of archives that only deleted layer versions had. */
export function sweepLayers(repository: LambdaRepository, code: Pick<CodeStore, 'release'>): void {
  const unused = repository.transaction(() => {
    const blobs = repository.layers.unusedArchives();
    for (const blob of blobs) repository.layers.dropArchive(blob);
    return blobs;
  });
  code.release(...unused);
}

/** What lists show of a version. */
export function toLayerItem(layer: LayerVersionRecord): LayerVersionsListItem {
  return {
    LayerVersionArn: layerArn(layer, layer.version),
    Version: layer.version,
    Description: layer.description,
    CreatedDate: formatModified(layer.createdMs),
    ...(layer.runtimes && {
      CompatibleRuntimes: [...layer.runtimes] as LayerVersionsListItem['CompatibleRuntimes'],
    }),
    ...(layer.architectures && {
      CompatibleArchitectures: [...layer.architectures] as LayerVersionsListItem['CompatibleArchitectures'],
    }),
    ...(layer.licenseInfo !== undefined && { LicenseInfo: layer.licenseInfo }),
  };
}

/** What publishing and reading show: a list's members, and a link to the archive. */
export function toLayerVersion(
  layer: LayerVersionRecord,
  parts: LambdaParts,
  context: RequestContext,
): PublishLayerVersionResponse {
  const link = { blob: layer.codeBlob, functionName: layer.layer };
  return {
    ...toLayerItem(layer),
    LayerArn: layerArn(layer),
    Content: {
      Location: parts.links.create(link, context.baseUrl),
      CodeSha256: codeSha256(layer.codeBlob),
      CodeSize: layer.codeSize,
    },
  };
}
