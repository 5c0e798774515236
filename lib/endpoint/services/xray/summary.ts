import type { ServiceId, TraceSummary, ValueWithServiceIds } from '@aws-sdk/client-xray';
import type { AnnotationFact, HttpFacts, ServiceFact, TraceFacts } from './facts.ts';
import type { TraceRecord } from './repository.ts';

/** A trace as GetTraceSummaries shows it. */
export function summaryOf(trace: TraceRecord): TraceSummary {
  const { facts, accountId } = trace;
  const shown = (service: ServiceFact | undefined) => service && serviceId(service, accountId);
  const root = facts.entry === undefined ? undefined : facts.services[facts.entry];
  const entry = shown(root);
  return {
    Id: trace.traceId,
    StartTime: new Date(facts.startS * 1000),
    Duration: facts.endS - (root?.startS ?? facts.startS),
    ...(facts.responseS !== undefined && { ResponseTime: facts.responseS }),
    HasFault: facts.outcome.fault === true,
    HasError: facts.outcome.error === true,
    HasThrottle: facts.outcome.throttle === true,
    IsPartial: facts.isPartial,
    ...(facts.http && { Http: httpOf(facts.http) }),
    Annotations: annotationsOf(facts, accountId),
    Users: facts.users.map(({ name, service }) => ({
      UserName: name,
      ServiceIds: [shown(facts.services[service]) ?? {}],
    })),
    ServiceIds: distinct(facts.services.map((service) => serviceId(service, accountId))),
    ResourceARNs: facts.arns.map((ARN) => ({ ARN })),
    ...(entry && { EntryPoint: entry }),
    Revision: trace.revision,
    MatchedEventTime: new Date(trace.updatedMs),
  };
}

function serviceId({ name, type }: ServiceFact, accountId: string): ServiceId {
  return { Name: name, Names: [name], AccountId: accountId, ...(type !== undefined && { Type: type }) };
}

function distinct(ids: readonly ServiceId[]): ServiceId[] {
  return [...new Map(ids.map((id) => [`${id.Type ?? ''}\n${id.Name ?? ''}`, id])).values()];
}

function httpOf({ url, status, method, user_agent: agent, client_ip: ip }: HttpFacts) {
  return {
    ...(url !== undefined && { HttpURL: url }),
    ...(status !== undefined && { HttpStatus: status }),
    ...(method !== undefined && { HttpMethod: method }),
    ...(agent !== undefined && { UserAgent: agent }),
    ...(ip !== undefined && { ClientIp: ip }),
  };
}

function annotationsOf(facts: TraceFacts, accountId: string): Record<string, ValueWithServiceIds[]> {
  const byKey: Record<string, ValueWithServiceIds[]> = Object.create(null) as Record<
    string,
    ValueWithServiceIds[]
  >;
  for (const { key, value, service } of facts.annotations) {
    const owner = facts.services[service];
    (byKey[key] ??= []).push({
      AnnotationValue: valueOf(value),
      ServiceIds: owner ? [serviceId(owner, accountId)] : [],
    });
  }
  return byKey;
}

function valueOf(value: AnnotationFact['value']): ValueWithServiceIds['AnnotationValue'] {
  if (typeof value === 'number') return { NumberValue: value };
  return typeof value === 'boolean' ? { BooleanValue: value } : { StringValue: value };
}
