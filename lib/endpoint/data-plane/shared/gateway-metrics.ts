import type { Meter, Metrics } from '../../services/cloudwatch/index.ts';

/** What counts: an API at one of its stages, and one of its methods or routes where those are counted apart. */
export interface Measured {
  readonly accountId: string;
  readonly region: string;
  /** `ApiName` of REST APIs, `ApiId` of the others. */
  readonly api: { readonly name: 'ApiName' | 'ApiId'; readonly value: string };
  readonly stage: string;
  readonly detail?: { readonly method: string; readonly resource: string } | undefined;
}

export type GatewayMeters = (measured: Measured) => Pick<Meter, 'add'>;

const namespace = 'AWS/ApiGateway';
/** Meters kept ready; what is beyond gets its own made anew. */
const metersMax = 5000;
const none: Pick<Meter, 'add'> = { add: () => undefined };

/** Meters of APIs, each made once. Without metrics nothing is counted. */
export function createGatewayMeters(metrics: Metrics | undefined): GatewayMeters {
  if (!metrics) return () => none;
  const meters = new Map<string, Meter>();
  return ({ accountId, region, api, stage, detail }) => {
    const id = [accountId, region, api.name, api.value, stage, detail?.method, detail?.resource].join('\n');
    const known = meters.get(id);
    if (known) return known;
    if (meters.size >= metersMax) meters.clear();
    const ofStage = [api, { name: 'Stage', value: stage }];
    const meter = metrics.meter({
      accountId,
      region,
      namespace,
      dimensionSets: [
        [api],
        ofStage,
        ...(detail
          ? [
              [
                ...ofStage,
                { name: 'Method', value: detail.method },
                { name: 'Resource', value: detail.resource },
              ],
            ]
          : []),
      ],
    });
    meters.set(id, meter);
    return meter;
  };
}

/** 1 or 0, so that the average of a count of errors is their rate. */
export const countIf = (isCounted: boolean): number => (isCounted ? 1 : 0);
