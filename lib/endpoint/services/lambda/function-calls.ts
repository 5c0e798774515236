import { randomUUID } from 'node:crypto';
import { failure, type FunctionCalls, type SendResult, type ServiceCaller } from '../deliveries/index.ts';
import { parseArn } from '../../../shared/arn.ts';
import { findVersion } from './function-access.ts';
import { functionArn, splitFunctionName } from './names.ts';
import type { LambdaParts } from './parts.ts';
import { isPermitted } from './policy-evaluation.ts';
import { eventPayloadBytesMax } from './rules/limits.ts';
import { reasonNotRun } from './rules/managed.ts';

/** Asynchronous calls of other services: by ARN, with their name before the function's resource policy. */
export function createFunctionCalls(parts: LambdaParts): FunctionCalls {
  const { repository } = parts;

  function check(arn: string, caller: ServiceCaller | undefined): SendResult {
    const { region = '', account = '', name, qualifier } = splitFunctionName(arn);
    const key = { accountId: account, region, name };
    if (parseArn(arn)?.service !== 'lambda' || !findVersion(repository, key, qualifier)) {
      return failure('NO_RESOURCE', `Function not found: ${arn}`);
    }
    const isAllowed =
      caller === undefined ||
      isPermitted(repository.policies.find(key, qualifier), {
        action: 'lambda:InvokeFunction',
        principal: { service: caller.principal },
        values: { 'AWS:SourceArn': caller.sourceArn, 'AWS:SourceAccount': caller.sourceAccount },
      });
    if (!isAllowed) {
      return failure(
        'NO_PERMISSIONS',
        `User: ${caller.principal} is not authorized to perform: lambda:InvokeFunction on resource: ${functionArn(key, qualifier)} because no resource-based policy allows the lambda:InvokeFunction action`,
      );
    }
    return 'sent';
  }

  return {
    check,
    async accept(arn, { payload, caller, traceHeader }) {
      const checked = check(arn, caller);
      if (checked !== 'sent') return checked;
      const { region = '', account = '', name, qualifier } = splitFunctionName(arn);
      const record = findVersion(repository, { accountId: account, region, name }, qualifier);
      if (record?.settings.tenantIsolation)
        return failure('INVALID_PARAMETER', `${arn} needs a tenant ID, and no service sends one.`);
      const reason = record && reasonNotRun(record.settings);
      if (reason !== undefined) return failure('INVALID_PARAMETER', `${arn}: ${reason}.`);
      const bytes = Buffer.from(payload);
      if (bytes.length > eventPayloadBytesMax) {
        return failure(
          'INVALID_PARAMETER',
          `${bytes.length} byte payload is too large for the Event invocation type (limit ${eventPayloadBytesMax} bytes)`,
        );
      }
      await parts.events.accept({
        accountId: account,
        region,
        name,
        qualifier,
        requestId: randomUUID(),
        payload: bytes,
        clientContext: undefined,
        traceHeader: record ? parts.tracing.accepted(record, traceHeader, parts.clock.now()) : traceHeader,
        hops: 0,
      });
      return 'sent';
    },
  };
}
