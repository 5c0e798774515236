import type { CreateLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { alreadyExists, invalidParameter } from '../errors.ts';
import type { LogsParts } from '../parts.ts';
import { assertNames } from '../rules/names.ts';
import { mergeTags } from '../rules/tags.ts';

export function createLogGroup({
  repository,
  writer,
  now,
}: LogsParts): Operation<Given<CreateLogGroupRequest>, object> {
  return (input, { accountId, region }) => {
    assertNames({ logGroupName: input.logGroupName });
    if (input.logGroupName.startsWith('aws/')) {
      throw invalidParameter('Log groups starting with AWS/ are reserved for AWS.');
    }
    if (input.kmsKeyId !== undefined) throw notImplemented('CreateLogGroup with kmsKeyId');
    if (input.logGroupClass !== undefined && input.logGroupClass !== 'STANDARD') {
      throw notImplemented(`CreateLogGroup with logGroupClass ${input.logGroupClass}`);
    }
    const tags = mergeTags({}, input.tags ?? {});
    writer.flush();
    const key = { accountId, region, name: input.logGroupName };
    repository.transaction(() => {
      if (repository.findGroup(key)) throw alreadyExists('log group');
      repository.insertGroup(key, now(), tags);
    });
    return {};
  };
}
