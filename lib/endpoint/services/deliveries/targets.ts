import { parseArn } from '../../../shared/arn.ts';
import type { MessageAttributes, QueueAccess } from '../sqs/index.ts';

/** Why a target did not take something, in EventBridge's codes. */
export type SendFailure = {
  readonly code: 'NO_PERMISSIONS' | 'NO_RESOURCE' | 'INVALID_PARAMETER' | 'INTERNAL_ERROR';
  readonly reason: string;
  /** Trying again may help. */
  readonly isPassing: boolean;
};

export type SendResult = 'sent' | SendFailure;

export function failure(code: SendFailure['code'], reason: string, isPassing = false): SendFailure {
  return { code, reason, isPassing };
}

/** A service of AWS that calls a function, for the function's resource policy. */
export interface ServiceCaller {
  /** e.g. `sns.amazonaws.com`. */
  readonly principal: string;
  readonly sourceArn: string;
  readonly sourceAccount: string;
}

/** Lambda as other services use it. */
export interface FunctionCalls {
  /**
   * An asynchronous call, on disk when it resolves. Without a caller no policy is asked: a role of the account was
   * assumed. `payload` is JSON.
   */
  accept(functionArn: string, call: FunctionCall): Promise<SendResult>;
  /** What `accept` would say of the function and its policy: `sent` when it is there and lets the caller in. */
  check(functionArn: string, caller: ServiceCaller): SendResult;
}

export interface FunctionCall {
  readonly payload: string;
  readonly caller?: ServiceCaller;
  readonly traceHeader?: string;
}

/** SNS as other services use it. */
export interface TopicAccess {
  /** On disk for every subscription when it resolves. */
  publish(
    topicArn: string,
    message: {
      readonly message: string;
      readonly subject?: string;
      readonly attributes?: MessageAttributes;
      readonly traceHeader?: string;
    },
  ): Promise<SendResult>;
}

/** EventBridge as other services use it. */
export interface BusAccess {
  put(
    busArn: string,
    event: {
      readonly source: string;
      readonly detailType: string;
      /** JSON. */
      readonly detail: string;
      readonly resources: readonly string[];
      readonly traceHeader?: string;
    },
  ): Promise<SendResult>;
}

/** What a target gets; the parts that a kind of target has no use for are left aside. */
export interface TargetMessage {
  /** JSON for functions; text for queues and topics. */
  readonly body: string;
  /** For topics. */
  readonly subject?: string;
  readonly caller?: ServiceCaller;
  readonly attributes?: MessageAttributes;
  readonly traceHeader?: string;
  /** For FIFO queues. */
  readonly groupId?: string;
  readonly deduplicationId?: string;
}

export interface TargetDoors {
  readonly queues: QueueAccess;
  readonly functions: FunctionCalls;
  readonly topics?: TopicAccess;
}

/** Hands something to the function, queue or topic of an ARN. */
export async function sendToTarget(
  { queues, functions, topics }: TargetDoors,
  arn: string,
  { body, subject, caller, attributes, traceHeader, groupId, deduplicationId }: TargetMessage,
): Promise<SendResult> {
  const service = parseArn(arn)?.service;
  const trace = traceHeader === undefined ? {} : { traceHeader };
  const named = attributes ? { attributes } : {};
  if (service === 'lambda')
    return functions.accept(arn, { payload: body, ...(caller && { caller }), ...trace });
  if (service === 'sqs') {
    const sent = await queues.send(arn, {
      body,
      ...named,
      ...trace,
      ...(groupId !== undefined && { groupId }),
      ...(deduplicationId !== undefined && { deduplicationId }),
    });
    if (sent === 'sent') return 'sent';
    return failure(queues.find(arn) ? 'INVALID_PARAMETER' : 'NO_RESOURCE', sent.refusal);
  }
  if (service === 'sns' && topics)
    return topics.publish(arn, {
      message: body,
      ...(subject !== undefined && { subject }),
      ...named,
      ...trace,
    });
  return failure('INVALID_PARAMETER', `This endpoint does not deliver to ${arn}.`);
}
