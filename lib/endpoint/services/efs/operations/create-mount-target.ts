import type { CreateMountTargetRequest, MountTargetDescription } from '@aws-sdk/client-efs';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { refusal } from '../errors.ts';
import { findOrThrow, newId } from '../finding.ts';
import { groupsOrThrow, inWordsOfEfs } from '../networks.ts';
import { toMountTarget } from '../output.ts';
import type { EfsParts } from '../parts.ts';
import type { MountTargetRecord, Place } from '../records.ts';

export function createMountTarget(
  parts: EfsParts,
): Operation<Given<CreateMountTargetRequest>, MountTargetDescription> {
  const { repository, networks, clock } = parts;
  return (input, context) => {
    const { accountId, region } = context;
    if (input.Ipv6Address ?? (input.IpAddressType !== undefined && input.IpAddressType !== 'IPV4_ONLY'))
      throw notImplemented('IPv6 addresses of mount targets');
    const record = repository.transaction((): MountTargetRecord => {
      const fileSystem = findOrThrow(parts, context, 'file-system', input.FileSystemId);
      const subnet = inWordsOfEfs(() => networks.subnetOrThrow(context, input.SubnetId));
      assertNoConflict(parts, context, fileSystem.id, subnet);
      const groupIds = groupsOrThrow(parts, context, input.SecurityGroups, subnet.vpcId);
      const id = newId('fsmt-');
      const made = inWordsOfEfs(() =>
        networks.createInterface(context, {
          subnetId: subnet.id,
          groupIds,
          privateIp: input.IpAddress,
          description: `EFS mount target for ${fileSystem.id} (${id})`,
        }),
      );
      const created: MountTargetRecord = {
        accountId,
        region,
        id,
        fileSystemId: fileSystem.id,
        createdMs: clock.now(),
        subnetId: subnet.id,
        vpcId: subnet.vpcId,
        zone: subnet.zone,
        privateIp: made.privateIp,
        interfaceId: made.id,
        groupIds,
      };
      repository.put('mount-target', created);
      return created;
    });
    return toMountTarget(parts, record, 'creating');
  };
}

/** One a zone, all in one VPC. */
function assertNoConflict(
  { repository }: EfsParts,
  place: Place,
  fileSystemId: string,
  subnet: { readonly vpcId: string; readonly zone: string },
): void {
  const others = repository.page(place, 'mount-target', fileSystemId, { after: '', countMax: 100 });
  if (others.some(({ vpcId }) => vpcId !== subnet.vpcId))
    throw refusal(
      'MountTargetConflict',
      409,
      'requested subnet for new mount target is not in the same VPC as existing mount targets',
    );
  if (others.some(({ zone }) => zone === subnet.zone))
    throw refusal('MountTargetConflict', 409, 'mount target already exists in this AZ');
}
