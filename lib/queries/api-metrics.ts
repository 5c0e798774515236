import 'server-only';
import { GetStagesCommand } from '@aws-sdk/client-api-gateway';
import { GetStagesCommand as GetStagesV2Command } from '@aws-sdk/client-apigatewayv2';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ApiProtocol } from '@/lib/domain/api';
import { apiDimension, apiGraphs } from '@/lib/domain/api-metrics';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { MetricData } from '@/lib/domain/metrics';
import { readMetricData } from '@/lib/queries/metrics';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** An API whose metrics are wanted; of all its stages together when none is named. */
export interface MeasuredApi {
  readonly id: string;
  readonly name: string;
  readonly protocol: ApiProtocol;
  readonly stage: string | undefined;
}

/** The metrics of an API over a range that ends now. */
export async function getApiMetrics(
  place: Place,
  { id, name, protocol, stage }: MeasuredApi,
  rangeId: string | undefined,
): Promise<Result<MetricData, ConsoleError>> {
  const Dimensions = [
    apiDimension(protocol, id, name),
    ...(stage === undefined ? [] : [{ Name: 'Stage', Value: stage }]),
  ];
  return readMetricData(place, rangeId, (Period) =>
    apiGraphs[protocol].flatMap(({ series }) =>
      series.map(({ id: Id, metric, stat }) => ({
        Id,
        MetricStat: {
          Metric: { Namespace: 'AWS/ApiGateway', MetricName: metric, Dimensions },
          Period,
          Stat: stat,
        },
      })),
    ),
  );
}

/** The names of an API's stages, as AWS lists them: ten, unless a quota was raised. */
export async function listStageNames(
  place: Place,
  { id, protocol }: Pick<MeasuredApi, 'id' | 'protocol'>,
): Promise<Result<readonly string[], ConsoleError>> {
  await requireUser('viewer');
  try {
    const aws = await awsFor(place);
    if (protocol === 'REST') {
      const { item = [] } = await (await aws.apiGateway()).send(new GetStagesCommand({ restApiId: id }));
      return succeed(item.flatMap(({ stageName }) => stageName ?? []));
    }
    const { Items = [] } = await (
      await aws.apiGatewayV2()
    ).send(new GetStagesV2Command({ ApiId: id, MaxResults: '500' }));
    return succeed(Items.flatMap(({ StageName }) => StageName ?? []));
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'apigateway:GetStages' }));
  }
}
