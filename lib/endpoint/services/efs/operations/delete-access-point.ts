import type { DeleteAccessPointRequest } from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { findOrThrow } from '../finding.ts';
import type { EfsParts } from '../parts.ts';

/** Its files stay in the file system. */
export function deleteAccessPoint(parts: EfsParts): Operation<Given<DeleteAccessPointRequest>, undefined> {
  return (input, context) =>
    parts.repository.transaction(() => {
      const { id } = findOrThrow(parts, context, 'access-point', input.AccessPointId);
      parts.repository.remove(context, 'access-point', id);
      return undefined;
    });
}
