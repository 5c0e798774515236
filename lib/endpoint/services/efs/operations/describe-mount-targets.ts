import type { DescribeMountTargetsRequest, DescribeMountTargetsResponse } from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { badRequest } from '../errors.ts';
import { findOrThrow, pageOf } from '../finding.ts';
import { toMountTarget } from '../output.ts';
import type { EfsParts } from '../parts.ts';

/** Of a file system, of the one behind an access point, or one. */
export function describeMountTargets(
  parts: EfsParts,
): Operation<Given<DescribeMountTargetsRequest>, DescribeMountTargetsResponse> {
  return (input, context) => {
    const { FileSystemId, MountTargetId, AccessPointId, MaxItems: size, Marker: marker } = input;
    const given = [FileSystemId, MountTargetId, AccessPointId].filter((id) => id !== undefined);
    if (given.length !== 1)
      throw badRequest('Exactly one of FileSystemId, MountTargetId and AccessPointId must be given.');
    if (MountTargetId !== undefined) {
      const found = findOrThrow(parts, context, 'mount-target', MountTargetId);
      return { MountTargets: [toMountTarget(parts, found)] };
    }
    const fileSystemId =
      AccessPointId === undefined
        ? findOrThrow(parts, context, 'file-system', FileSystemId ?? '').id
        : findOrThrow(parts, context, 'access-point', AccessPointId).fileSystemId;
    const { page, next } = pageOf(parts, context, 'mount-target', { fileSystemId, size, marker });
    return {
      MountTargets: page.map((record) => toMountTarget(parts, record)),
      Marker: marker,
      NextMarker: next,
    };
  };
}
