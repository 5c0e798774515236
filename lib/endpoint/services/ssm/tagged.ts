import { invalidResourceId, invalidResourceType } from './errors.ts';
import type { SsmParts } from './parts.ts';
import type { ParameterPlace, ParameterRecord } from './records.ts';

/** What a call about tags means; of Systems Manager's resources there are parameters alone. */
export function findTaggedOrThrow(
  { repository }: SsmParts,
  { accountId, region }: ParameterPlace,
  input: { readonly ResourceType: string; readonly ResourceId: string },
): ParameterRecord {
  if (input.ResourceType !== 'Parameter') throw invalidResourceType(input.ResourceType);
  const parameter = repository.findParameter({ accountId, region, name: input.ResourceId });
  if (!parameter) throw invalidResourceId();
  return parameter;
}
