// Written by lib/tools/generate-operations.ts; do not edit.
import { batchGetTraces } from '../operations/batch-get-traces.ts';
import { getSamplingRules } from '../operations/get-sampling-rules.ts';
import { getSamplingTargets } from '../operations/get-sampling-targets.ts';
import { getServiceGraph } from '../operations/get-service-graph.ts';
import { getTraceGraph } from '../operations/get-trace-graph.ts';
import { getTraceSummaries } from '../operations/get-trace-summaries.ts';
import { putTelemetryRecords } from '../operations/put-telemetry-records.ts';
import { putTraceSegments } from '../operations/put-trace-segments.ts';

export const operations = {
  BatchGetTraces: batchGetTraces,
  GetSamplingRules: getSamplingRules,
  GetSamplingTargets: getSamplingTargets,
  GetServiceGraph: getServiceGraph,
  GetTraceGraph: getTraceGraph,
  GetTraceSummaries: getTraceSummaries,
  PutTelemetryRecords: putTelemetryRecords,
  PutTraceSegments: putTraceSegments,
};
