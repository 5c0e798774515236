import 'server-only';
import { GetServiceGraphCommand, type Service, type ServiceStatistics } from '@aws-sdk/client-xray';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import { aroundService, type MapCalls, type ServiceMap } from '@/lib/domain/service-map';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

const pagesMax = 5;

/** What calls the function and what it calls, by the traces of a time. */
export async function getServiceMap(
  place: Place,
  functionName: string,
  rangeMs: number,
): Promise<Result<ServiceMap, ConsoleError>> {
  await requireUser('viewer');
  try {
    const xray = await (await awsFor(place)).xray();
    const now = Date.now();
    const services: Service[] = [];
    let NextToken: string | undefined;
    for (let page = 0; page < pagesMax; page += 1) {
      const output = await xray.send(
        new GetServiceGraphCommand({ StartTime: new Date(now - rangeMs), EndTime: new Date(now), NextToken }),
      );
      services.push(...(output.Services ?? []));
      NextToken = output.NextToken;
      if (!NextToken) break;
    }
    return succeed(aroundService(mapOf(services), functionName));
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'xray:GetServiceGraph' }));
  }
}

function mapOf(services: readonly Service[]): ServiceMap {
  return {
    services: services.map(({ ReferenceId, Name = '', Type = '', SummaryStatistics }) => ({
      id: String(ReferenceId),
      name: Name,
      type: Type,
      calls: SummaryStatistics && callsOf(SummaryStatistics),
    })),
    edges: services.flatMap(({ ReferenceId, Edges = [] }) =>
      Edges.map((edge) => ({
        from: String(ReferenceId),
        to: String(edge.ReferenceId),
        calls: callsOf(edge.SummaryStatistics ?? {}),
      })),
    ),
  };
}

function callsOf(statistics: ServiceStatistics): MapCalls {
  const { TotalCount = 0, TotalResponseTime, ErrorStatistics, FaultStatistics } = statistics;
  return {
    total: TotalCount,
    faults: FaultStatistics?.TotalCount ?? 0,
    errors: ErrorStatistics?.OtherCount ?? 0,
    throttles: ErrorStatistics?.ThrottleCount ?? 0,
    averageMs:
      TotalResponseTime === undefined || TotalCount === 0
        ? undefined
        : (TotalResponseTime / TotalCount) * 1_000,
  };
}
