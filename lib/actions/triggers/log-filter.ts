import 'server-only';
import {
  DeleteSubscriptionFilterCommand,
  PutSubscriptionFilterCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import type { TriggerValues } from '@/lib/domain/trigger-fields';
import { forgetCaller, withCaller, type TriggerTarget } from './target';

const groupArn = ({ partition, place, account }: TriggerTarget, group: string) =>
  `arn:${partition}:logs:${place.region}:${account}:log-group:${group}:*`;

async function putFilter(target: TriggerTarget, group: string, filter: string, pattern: string) {
  await target.aws.logs.send(
    new PutSubscriptionFilterCommand({
      logGroupName: group,
      filterName: filter,
      filterPattern: pattern,
      destinationArn: target.arn,
    }),
  );
}

/** Sends matching lines of a log group to the function. */
export async function connectLogGroup(target: TriggerTarget, values: TriggerValues): Promise<void> {
  const group = values.source.trim();
  await withCaller(target, { principal: 'logs.amazonaws.com', sourceArn: groupArn(target, group) }, () =>
    putFilter(target, group, values.logFilterName.trim(), values.logFilterPattern),
  );
}

export async function changeLogFilter(
  target: TriggerTarget,
  ref: { readonly group: string; readonly filter: string },
  values: TriggerValues,
): Promise<void> {
  await putFilter(target, ref.group, ref.filter, values.logFilterPattern);
}

export async function disconnectLogGroup(
  target: TriggerTarget,
  ref: { readonly group: string; readonly filter: string },
): Promise<void> {
  try {
    await target.aws.logs.send(
      new DeleteSubscriptionFilterCommand({ logGroupName: ref.group, filterName: ref.filter }),
    );
  } catch (error) {
    if ((error as Error).name !== 'ResourceNotFoundException') throw error;
  }
  await forgetCaller(target, (sourceArn) => sourceArn === groupArn(target, ref.group));
}
