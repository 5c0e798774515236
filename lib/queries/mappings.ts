import 'server-only';
import {
  GetEventSourceMappingCommand,
  ListEventSourceMappingsCommand,
  type EventSourceMappingConfiguration,
} from '@aws-sdk/client-lambda';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';
import { parseArn } from '@/lib/shared/arn';

/** One event source mapping, whatever it reads. */
export interface MappingRow {
  readonly uuid: string;
  readonly arn: string | undefined;
  /** Undefined for a self-managed source, which has none. */
  readonly sourceArn: string | undefined;
  readonly functionName: string;
  /** A version or an alias that it invokes. */
  readonly qualifier: string | undefined;
  /** AWS's word: Enabled, Disabling, … */
  readonly state: string;
  readonly reason: string | undefined;
  /** ISO time. */
  readonly lastModified: string | undefined;
  readonly batchSize: number | undefined;
}

function toRow(mapping: EventSourceMappingConfiguration): MappingRow {
  const [, functionName = '', qualifier] = parseArn(mapping.FunctionArn ?? '')?.resource.split(':') ?? [];
  return {
    uuid: mapping.UUID ?? '',
    arn: mapping.EventSourceMappingArn,
    sourceArn: mapping.EventSourceArn,
    functionName,
    qualifier,
    state: mapping.State ?? '',
    reason: mapping.StateTransitionReason,
    lastModified: mapping.LastModified?.toISOString(),
    batchSize: mapping.BatchSize,
  };
}

/** Pages of 100 that are asked for. */
const pagesMax = 10;

/** All event source mappings of a Region, by function. */
export function listMappings(place: Place) {
  return readAsViewer(place, 'lambda:ListEventSourceMappings', async ({ lambda }) => {
    const rows: MappingRow[] = [];
    let marker: string | undefined;
    for (let page = 0; page < pagesMax; page += 1) {
      const output = await lambda.send(new ListEventSourceMappingsCommand({ MaxItems: 100, Marker: marker }));
      rows.push(...(output.EventSourceMappings ?? []).map(toRow));
      marker = output.NextMarker;
      if (!marker) break;
    }
    rows.sort((a, b) => a.functionName.localeCompare(b.functionName));
    return { rows, isCut: marker !== undefined };
  });
}

export interface MappingDetails extends MappingRow {
  readonly lastResult: string | undefined;
  readonly windowSeconds: number | undefined;
  readonly filterCount: number;
  readonly onFailure: string | undefined;
  readonly startingPosition: string | undefined;
  /** Everything AWS tells of it, as JSON. */
  readonly document: string;
}

/** One mapping with all its settings. */
export function getMapping(place: Place, uuid: string) {
  return readAsViewer<MappingDetails>(place, 'lambda:GetEventSourceMapping', async ({ lambda }) => {
    const { $metadata, ...output } = await lambda.send(new GetEventSourceMappingCommand({ UUID: uuid }));
    return {
      ...toRow(output),
      lastResult: output.LastProcessingResult,
      windowSeconds: output.MaximumBatchingWindowInSeconds,
      filterCount: output.FilterCriteria?.Filters?.length ?? 0,
      onFailure: output.DestinationConfig?.OnFailure?.Destination,
      startingPosition: output.StartingPosition,
      document: JSON.stringify(output, null, 2),
    };
  });
}
