import { parseArn } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { invalidParameter } from './errors.ts';
import type { TaggingParts } from './parts.ts';
import type { TagSource } from './sources/source.ts';

/** The kind of resource that an ARN names. Undefined for kinds that bear no tags here, and for another Region's. */
export function sourceOf(
  { sources }: TaggingParts,
  arn: string,
  { region }: RequestContext,
): TagSource | undefined {
  const parsed = parseArn(arn);
  if (!parsed) throw invalidParameter(`${arn} is not a valid ARN.`);
  if (parsed.region !== '' && parsed.region !== region) return undefined;
  return sources.find(
    ({ type, holds }) => type.slice(0, type.indexOf(':')) === parsed.service && holds(parsed.resource),
  );
}

/** Checks a list of ARNs. */
export function assertArns(arns: readonly string[] | undefined, countMax: number): readonly string[] {
  if (!arns || arns.length === 0 || arns.length > countMax)
    throw invalidParameter(`ResourceARNList must have 1 to ${countMax} items.`);
  return arns;
}
