/** The one thing that a version of a layer can be opened for. */
export const layerAction = 'lambda:GetLayerVersion';

/** Layers that one function may have. */
export const layersOfFunctionMax = 5;

export type ShareField = 'statementId' | 'principal' | 'organizationId';

/** `arn:…:layer:shared:3` in parts; undefined for what is no version of a layer, such as AWS's own `awslayer`. */
export function readLayerArn(arn: string): { readonly layer: string; readonly version: number } | undefined {
  const match = /^arn:[^:]+:lambda:[^:]*:[^:]*:layer:([^:]+):(\d+)$/.exec(arn);
  return match ? { layer: match[1] ?? '', version: Number(match[2]) } : undefined;
}

/** A layer in the words of a list: `shared, version 3`; the ARN where it is none of that kind. */
export function layerWords(arn: string): string {
  const read = readLayerArn(arn);
  return read ? `${read.layer}:${read.version}` : arn;
}

/** The same list with one element moved by a step; the list itself where there is nowhere to go. */
export function moved<T>(list: readonly T[], index: number, step: 1 | -1): readonly T[] {
  const target = index + step;
  const item = list[index];
  if (item === undefined || target < 0 || target >= list.length) return list;
  const rest = list.filter((_, position) => position !== index);
  return [...rest.slice(0, target), item, ...rest.slice(target)];
}
