import { parseArn } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { noSuchResource } from './errors.ts';
import { partitionOf } from './names.ts';

/** Where a layer is kept. */
export interface LayerKey {
  readonly accountId: string;
  readonly region: string;
  readonly layer: string;
}

export function layerArn({ accountId, region, layer }: LayerKey, version?: number): string {
  const arn = `arn:${partitionOf(region)}:lambda:${region}:${accountId}:layer:${layer}`;
  return version === undefined ? arn : `${arn}:${version}`;
}

/** A layer by its name or ARN; the text has passed its pattern. */
export function resolveLayer(name: string, context: Pick<RequestContext, 'accountId' | 'region'>): LayerKey {
  const arn = parseArn(name);
  if (!arn) return { accountId: context.accountId, region: context.region, layer: name };
  // AWS's words for a layer of another Region are unconfirmed; it is none that this Region has.
  if (arn.region !== context.region) throw noSuchResource();
  return { accountId: arn.account, region: arn.region, layer: arn.resource.split(':')[1] ?? '' };
}

/** `arn:…:layer:NAME:VERSION`; undefined for AWS's own layers, which have neither Region nor version. */
export function parseLayerVersionArn(text: string): { key: LayerKey; version: number } | undefined {
  const arn = parseArn(text);
  const [kind, layer, version] = arn?.resource.split(':') ?? [];
  if (!arn || kind !== 'layer' || !layer || version === undefined) return undefined;
  return { key: { accountId: arn.account, region: arn.region, layer }, version: Number(version) };
}
