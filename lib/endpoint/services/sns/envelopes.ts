import type { MessageAttributes } from '../sqs/index.ts';
import type { DeliveryContent } from './publishing.ts';
import type { SubscriptionRecord } from './records.ts';
import { subscriptionArn } from './names.ts';

/** Names that no certificate stands behind: see the service's header. */
const signature = Buffer.from('not signed by this endpoint').toString('base64');
const certificateUrl = (region: string): string =>
  `https://sns.${region}.amazonaws.com/SimpleNotificationService-00000000000000000000000000000000.pem`;
const unsubscribeUrl = (subscription: SubscriptionRecord): string =>
  `https://sns.${subscription.region}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${subscriptionArn(subscription)}`;

function textFor({ protocol }: SubscriptionRecord, { notification }: DeliveryContent): string {
  return notification.byProtocol[protocol] ?? notification.message;
}

function printAttributes(attributes: MessageAttributes): Record<string, { Type: string; Value: string }> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { dataType, text, binary }]) => [
      name,
      { Type: dataType, Value: text ?? binary ?? '' },
    ]),
  );
}

/** The event a function gets: one record, spelled differently from the envelope (8.3). */
export function lambdaEvent(subscription: SubscriptionRecord, content: DeliveryContent): string {
  const { notification } = content;
  return JSON.stringify({
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: subscriptionArn(subscription),
        Sns: {
          Type: 'Notification',
          MessageId: notification.messageId,
          TopicArn: content.topicArn,
          Subject: notification.subject ?? null,
          Message: textFor(subscription, content),
          Timestamp: new Date(notification.sentMs).toISOString(),
          SignatureVersion: '1',
          Signature: signature,
          SigningCertUrl: certificateUrl(subscription.region),
          UnsubscribeUrl: unsubscribeUrl(subscription),
          MessageAttributes: printAttributes(notification.attributes),
        },
      },
    ],
  });
}

/** The envelope a queue gets unless its subscription is raw; FIFO topics number their messages and do not sign them. */
export function queueBody(
  subscription: SubscriptionRecord,
  content: DeliveryContent,
  isRaw: boolean,
): string {
  const message = textFor(subscription, content);
  if (isRaw) return message;
  const { notification, sequenceNumber } = content;
  const hasAttributes = Object.keys(notification.attributes).length > 0;
  const envelope = {
    Type: 'Notification',
    MessageId: notification.messageId,
    ...(sequenceNumber !== undefined && { SequenceNumber: sequenceNumber }),
    TopicArn: content.topicArn,
    ...(notification.subject !== undefined && { Subject: notification.subject }),
    Message: message,
    Timestamp: new Date(notification.sentMs).toISOString(),
    ...(sequenceNumber === undefined && {
      SignatureVersion: '1',
      Signature: signature,
      SigningCertURL: certificateUrl(subscription.region),
    }),
    UnsubscribeURL: unsubscribeUrl(subscription),
  };
  const members = Object.entries(envelope).map(
    ([name, value]) => `  ${JSON.stringify(name)} : ${JSON.stringify(value)}`,
  );
  if (hasAttributes) members.push(`  "MessageAttributes" : ${printedAttributes(notification.attributes)}`);
  return `{\n${members.join(',\n')}\n}`;
}

/** As SNS lays them out: one attribute a line. */
function printedAttributes(attributes: MessageAttributes): string {
  const lines = Object.entries(printAttributes(attributes)).map(
    ([name, { Type, Value }]) =>
      `    ${JSON.stringify(name)} : {"Type":${JSON.stringify(Type)},"Value":${JSON.stringify(Value)}}`,
  );
  return `{\n${lines.join(',\n')}\n  }`;
}
