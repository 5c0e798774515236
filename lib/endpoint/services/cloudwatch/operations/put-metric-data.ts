import type { MetricDatum, PutMetricDataInput } from '@aws-sdk/client-cloudwatch';
import type { Given, Operation } from '../../service.ts';
import { invalidValue, missingParameter } from '../errors.ts';
import { metricsMax } from '../metric-writer.ts';
import type { CloudWatchParts } from '../parts.ts';
import { minuteOf, tallyOf } from '../rules/metric-data.ts';
import { assertMetricName, assertNamespace, assertUnit, readDimensions } from '../rules/names.ts';

const dataMax = 1000;

/** Everything or nothing of a request is taken. */
export function putMetricData(parts: CloudWatchParts): Operation<Given<PutMetricDataInput>, object> {
  const { repository, writer, now } = parts;
  return (input, { accountId, region }) => {
    const namespace = input.Namespace;
    assertNamespace(namespace);
    if (namespace.startsWith('AWS/'))
      throw invalidValue(
        `The value ${namespace} for parameter Namespace is invalid: AWS/ is kept for services.`,
      );
    const data: MetricDatum[] = [
      ...(input.MetricData ?? []),
      ...(input.EntityMetricData ?? []).flatMap(({ MetricData }) => MetricData ?? []),
    ];
    if (data.length === 0) throw missingParameter('The parameter MetricData is required.');
    if (data.length > dataMax) throw invalidValue(`A request may hold at most ${dataMax} metrics.`);
    const nowMs = now();
    const entries = data.map((datum) => {
      assertMetricName(datum.MetricName ?? '');
      const unit = datum.Unit ?? 'None';
      assertUnit(unit);
      if (datum.StorageResolution !== undefined && ![1, 60].includes(datum.StorageResolution))
        throw invalidValue('The parameter StorageResolution must be 1 or 60.');
      const dimensions = readDimensions(datum.Dimensions);
      const key = { accountId, region, namespace, name: datum.MetricName ?? '', dimensions };
      return { key, unit, minute: minuteOf(datum.Timestamp, nowMs), tally: tallyOf(datum) };
    });
    try {
      repository.transaction(() => {
        if (writer.put(entries.filter(({ tally }) => tally.count > 0)) > 0)
          throw invalidValue(
            `The parameter MetricData names new metrics, and this endpoint keeps ${metricsMax} at most. Use fewer values for dimensions; metrics without data for 455 days make room.`,
          );
      });
    } catch (error) {
      repository.forgetIds();
      throw error;
    }
    return {};
  };
}
