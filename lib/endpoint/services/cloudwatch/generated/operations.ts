// Written by lib/tools/generate-operations.ts; do not edit.
import { getMetricData } from '../operations/get-metric-data.ts';
import { getMetricStatistics } from '../operations/get-metric-statistics.ts';
import { listMetrics } from '../operations/list-metrics.ts';
import { putMetricData } from '../operations/put-metric-data.ts';

export const operations = {
  GetMetricData: getMetricData,
  GetMetricStatistics: getMetricStatistics,
  ListMetrics: listMetrics,
  PutMetricData: putMetricData,
};
