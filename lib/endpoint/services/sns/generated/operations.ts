// Written by lib/tools/generate-operations.ts; do not edit.
import { addPermission } from '../operations/add-permission.ts';
import { confirmSubscription } from '../operations/confirm-subscription.ts';
import { createTopic } from '../operations/create-topic.ts';
import { deleteTopic } from '../operations/delete-topic.ts';
import { getSubscriptionAttributes } from '../operations/get-subscription-attributes.ts';
import { getTopicAttributes } from '../operations/get-topic-attributes.ts';
import { listSubscriptionsByTopic } from '../operations/list-subscriptions-by-topic.ts';
import { listSubscriptions } from '../operations/list-subscriptions.ts';
import { listTagsForResource } from '../operations/list-tags-for-resource.ts';
import { listTopics } from '../operations/list-topics.ts';
import { publishBatch } from '../operations/publish-batch.ts';
import { publish } from '../operations/publish.ts';
import { removePermission } from '../operations/remove-permission.ts';
import { setSubscriptionAttributes } from '../operations/set-subscription-attributes.ts';
import { setTopicAttributes } from '../operations/set-topic-attributes.ts';
import { subscribe } from '../operations/subscribe.ts';
import { tagResource } from '../operations/tag-resource.ts';
import { unsubscribe } from '../operations/unsubscribe.ts';
import { untagResource } from '../operations/untag-resource.ts';

export const operations = {
  AddPermission: addPermission,
  ConfirmSubscription: confirmSubscription,
  CreateTopic: createTopic,
  DeleteTopic: deleteTopic,
  GetSubscriptionAttributes: getSubscriptionAttributes,
  GetTopicAttributes: getTopicAttributes,
  ListSubscriptionsByTopic: listSubscriptionsByTopic,
  ListSubscriptions: listSubscriptions,
  ListTagsForResource: listTagsForResource,
  ListTopics: listTopics,
  PublishBatch: publishBatch,
  Publish: publish,
  RemovePermission: removePermission,
  SetSubscriptionAttributes: setSubscriptionAttributes,
  SetTopicAttributes: setTopicAttributes,
  Subscribe: subscribe,
  TagResource: tagResource,
  Unsubscribe: unsubscribe,
  UntagResource: untagResource,
};
