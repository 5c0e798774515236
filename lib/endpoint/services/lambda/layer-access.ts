import type { RequestContext } from '../service.ts';
import {
  accessDenied,
  accessDeniedToLayer,
  invalidParameterValue,
  noSuchResource,
  preconditionFailed,
  resourceNotFound,
} from './errors.ts';
import { layerArn, resolveLayer, type LayerKey } from './layer-names.ts';
import { isReadableBy } from './layers.ts';
import type { LambdaRepository } from './repository.ts';
import type { LayerVersionRecord } from './repository-layers.ts';

export function assertLayerVersionNumber(version: number): void {
  if (version < 1) throw invalidParameterValue('Layer Version Cannot be less than 1');
}

/** A version that the caller may read: its owner's, or permitted by its policy. */
export function readLayerVersion(
  repository: LambdaRepository,
  key: LayerKey,
  version: number,
  accountId: string,
): LayerVersionRecord {
  assertLayerVersionNumber(version);
  const layer = repository.layers.find(key, version);
  if (key.accountId !== accountId && !(layer && isReadableBy(layer, accountId))) {
    throw accessDeniedToLayer(accountId, layerArn(key, version));
  }
  if (!layer) throw noSuchResource();
  return layer;
}

/** The version whose policy an operation is about. */
export function ownLayerVersion(
  repository: LambdaRepository,
  input: { readonly LayerName?: string | undefined; readonly VersionNumber?: number | undefined },
  context: RequestContext,
  action: string,
): LayerVersionRecord {
  const key = resolveLayer(input.LayerName ?? '', context);
  const version = input.VersionNumber ?? 0;
  assertLayerVersionNumber(version);
  if (key.accountId !== context.accountId) {
    throw accessDenied(context.accountId, action, layerArn(key, version));
  }
  const layer = repository.layers.find(key, version);
  if (!layer) throw resourceNotFound(`Layer version ${layerArn(key, version)} does not exist.`);
  return layer;
}

export function assertLayerPolicyRevision(layer: LayerVersionRecord, revisionId: string | undefined): void {
  if (revisionId !== undefined && revisionId !== layer.policyRevisionId) {
    throw preconditionFailed('GetLayerPolicy');
  }
}
