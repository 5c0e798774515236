import { randomUUID } from 'node:crypto';
import { failure, type BusAccess } from '../deliveries/index.ts';
import { findBus, readBusArn } from './names.ts';
import type { EventsParts } from './parts.ts';
import { routeEvent } from './routing.ts';
import { eventTime } from './scheduling.ts';

/** Buses as other services use them: by ARN, without the wire, and with sources that callers may not name. */
export function createBusAccess(parts: EventsParts): BusAccess {
  return {
    async put(busArn, { source, detailType, detail, resources, traceHeader }) {
      const key = readBusArn(busArn);
      const bus = key && findBus(parts.repository, key);
      if (!bus) return failure('NO_RESOURCE', `Event bus ${busArn} does not exist.`);
      const event = {
        version: '0' as const,
        id: randomUUID(),
        'detail-type': detailType,
        source,
        account: bus.accountId,
        time: eventTime(parts.clock.now()),
        region: bus.region,
        resources,
        detail: JSON.parse(detail) as unknown,
      };
      await parts.commits.run(() => routeEvent(parts, bus, event, { traceHeader, hops: 0 }));
      parts.deliveries.pump();
      return 'sent';
    },
  };
}
