import type { DeleteMountTargetRequest } from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { findOrThrow } from '../finding.ts';
import type { EfsParts } from '../parts.ts';

/** Functions in its zone cannot mount the file system from then on. */
export function deleteMountTarget(parts: EfsParts): Operation<Given<DeleteMountTargetRequest>, undefined> {
  return (input, context) =>
    parts.repository.transaction(() => {
      const found = findOrThrow(parts, context, 'mount-target', input.MountTargetId);
      parts.networks.deleteInterface(context, found.interfaceId);
      parts.repository.remove(context, 'mount-target', found.id);
      return undefined;
    });
}
