import { notFound, missingParameter } from './errors.ts';
import type { Ec2Parts } from './parts.ts';
import type { GroupRecord, Kind, Place, RecordOf, VpcRecord } from './records.ts';

export function findOrThrow<K extends Kind>(parts: Ec2Parts, place: Place, kind: K, id: string): RecordOf[K] {
  const found = parts.repository.find(place, kind, id);
  if (!found) throw notFound(kind, id);
  return found;
}

/** Those with these ids, each of which must be there, or all. In order of id. */
export function listOrThrow<K extends Kind>(
  parts: Ec2Parts,
  place: Place,
  kind: K,
  ids: readonly string[] | undefined,
): readonly RecordOf[K][] {
  if (!ids || ids.length === 0) return parts.repository.list(place, kind);
  return [...new Set(ids)].sort().map((id) => findOrThrow(parts, place, kind, id));
}

export function defaultVpc(parts: Ec2Parts, place: Place): VpcRecord | undefined {
  return parts.repository.list(place, 'vpc').find(({ isDefault }) => isDefault);
}

/** By id, or by its name in the default VPC, as EC2 takes it. */
export function findGroupOrThrow(
  parts: Ec2Parts,
  place: Place,
  { GroupId, GroupName }: { GroupId?: string | undefined; GroupName?: string | undefined },
): GroupRecord {
  if (GroupId) return findOrThrow(parts, place, 'group', GroupId);
  if (!GroupName) throw missingParameter('The request must contain the parameter groupName or groupId');
  const vpc = defaultVpc(parts, place);
  const found =
    vpc && parts.repository.listInVpc(place, 'group', vpc.id).find(({ name }) => name === GroupName);
  if (!found) throw notFound('group', `sg-${GroupName}`);
  return found;
}
