/**
 * How services of the endpoint hand things to functions, queues, topics and buses: promises that are on disk with the
 * request that made them, and one way to a target for all of them. Not a service of AWS.
 *
 * Gaps: none known.
 *
 * By design: a crash between a delivery and the note of it delivers again, as AWS's services deliver at least once.
 *
 * Client quirks: none.
 */
export {
  createDeliveryQueue,
  type DeliveryLogger,
  type DeliveryQueue,
  type DeliveryVerdict,
} from './delivery-queue.ts';
export type { Delivery, NewDelivery } from './repository.ts';
export {
  failure,
  sendToTarget,
  type BusAccess,
  type FunctionCall,
  type FunctionCalls,
  type SendFailure,
  type SendResult,
  type ServiceCaller,
  type TargetDoors,
  type TargetMessage,
  type TopicAccess,
} from './targets.ts';
