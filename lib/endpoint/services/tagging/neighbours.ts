import { notImplemented } from '../../errors.ts';
import type { Operation, RequestContext, Service } from '../service.ts';
import type { TaggingParts } from './parts.ts';
import type { Call, TagSource } from './sources/source.ts';

/** Services by name. Their operations take input as the wire layer would hand it over: members not given are left out. */
export function createCalls(services: readonly Service[]): TaggingParts['callOf'] {
  const byName = new Map(services.map((service) => [service.name, service]));
  return (source: TagSource, context: RequestContext): Call =>
    async <Output>(name: string, input: object): Promise<Output> => {
      const operation = byName.get(source.service)?.operations[name] as Operation<object, Output> | undefined;
      if (!operation) throw notImplemented(name);
      const given = Object.entries(input).filter(([, value]) => value !== undefined);
      return await operation(Object.fromEntries(given), context);
    };
}
