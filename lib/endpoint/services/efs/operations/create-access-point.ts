import { randomUUID } from 'node:crypto';
import type { AccessPointDescription, CreateAccessPointRequest } from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { badRequest, refusal } from '../errors.ts';
import { findOrThrow, newId } from '../finding.ts';
import { toAccessPoint } from '../output.ts';
import type { EfsParts } from '../parts.ts';
import type { AccessPointRecord } from '../records.ts';
import { readAccessPoint } from '../rules/access-point.ts';
import { mergeTags } from '../rules/tags.ts';

const accessPointsMax = 10_000;

export function createAccessPoint(
  parts: EfsParts,
): Operation<Given<CreateAccessPointRequest>, AccessPointDescription> {
  const { repository, clock } = parts;
  return (input, context) => {
    const token = input.ClientToken ?? randomUUID();
    if (token.length < 1 || token.length > 64) throw badRequest('A client token has 1 to 64 characters.');
    const facts = readAccessPoint(input);
    const tags = mergeTags({}, input.Tags ?? []);
    const record = repository.transaction((): AccessPointRecord => {
      const fileSystem = findOrThrow(parts, context, 'file-system', input.FileSystemId);
      const existing = repository.findByToken(context, 'access-point', token);
      if (existing)
        throw refusal(
          'AccessPointAlreadyExists',
          409,
          `Access point '${existing.id}' already exists with client token '${token}'`,
          { AccessPointId: existing.id },
        );
      if (repository.count(context, 'access-point', fileSystem.id) >= accessPointsMax)
        throw refusal(
          'AccessPointLimitExceeded',
          403,
          `The file system has ${accessPointsMax} access points already.`,
        );
      const created: AccessPointRecord = {
        accountId: context.accountId,
        region: context.region,
        id: newId('fsap-'),
        fileSystemId: fileSystem.id,
        createdMs: clock.now(),
        token,
        ...facts,
        tags,
      };
      repository.put('access-point', created);
      return created;
    });
    return toAccessPoint(record, 'creating');
  };
}
