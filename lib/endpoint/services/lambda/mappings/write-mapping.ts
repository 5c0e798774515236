import { randomUUID } from 'node:crypto';
import type { EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import type { RequestContext } from '../../service.ts';
import { invalidParameterValue, mappingInUse, noSuchResource, resourceConflict } from '../errors.ts';
import { findVersion } from '../function-access.ts';
import { functionArn, resolveTarget, type FunctionTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import type { FunctionRecord } from '../records.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { assertRunHere } from '../rules/managed.ts';
import { assertNotIsolated } from '../rules/tenancy.ts';
import { toMappingConfiguration } from './mapping-output.ts';
import { assertKafkaAccess, isSameTopic, kafkaSources } from './kafka-mapping.ts';
import type { MappingRecord, MappingSettings, SourceKind } from './mapping-record.ts';
import {
  assertDestination,
  assertQueueMapping,
  assertStartingPosition,
  mappingConstraints,
  readSettings,
  sourceKind,
  type MappingInput,
} from './mapping-rules.ts';

export function createMapping(
  parts: LambdaParts,
  input: MappingInput,
  context: RequestContext,
): EventSourceMappingConfiguration {
  assertConstraints(mappingConstraints, input);
  assertDestination(input);
  const kind = sourceKind(input);
  assertKafkaAccess(input);
  assertStartingPosition(input, kind);
  const settings = readSettings(input, kind, undefined);
  const target = resolveTarget({ FunctionName: input.FunctionName }, context, 'CreateEventSourceMapping');
  const mapping = parts.repository.transaction(() => {
    const called = findCalled(parts, target);
    assertSource(parts, settings, input.EventSourceArn, called);
    assertNew(parts, context, target, kind, input);
    const created: MappingRecord = {
      uuid: randomUUID(),
      accountId: context.accountId,
      region: context.region,
      functionName: target.key.name,
      qualifier: target.qualifier,
      sourceArn: input.EventSourceArn,
      settings,
      // With nothing to start it is there at once [rec].
      state: settings.isEnabled ? 'Creating' : 'Disabled',
      modifiedMs: parts.clock.now(),
    };
    parts.repository.mappings.insert(created);
    return created;
  });
  if (mapping.state === 'Creating') parts.mappings.begin(mapping.uuid);
  return toMappingConfiguration(mapping);
}

export function updateMapping(
  parts: LambdaParts,
  input: MappingInput,
  context: RequestContext,
): EventSourceMappingConfiguration {
  assertConstraints(mappingConstraints, input);
  assertDestination(input);
  const mapping = parts.repository.transaction(() => {
    const before = findSettled(parts, input.UUID ?? '', context, 'update');
    const target: FunctionTarget =
      input.FunctionName === undefined
        ? { key: { ...context, name: before.functionName }, qualifier: before.qualifier }
        : resolveTarget({ FunctionName: input.FunctionName }, context, 'UpdateEventSourceMapping');
    const settings = readSettings(input, before.settings.kind, before.settings);
    assertSource(parts, settings, before.sourceArn, findCalled(parts, target));
    const next: MappingRecord = {
      ...before,
      functionName: target.key.name,
      qualifier: target.qualifier,
      settings,
      state: stateBetween(before.settings, settings),
      modifiedMs: parts.clock.now(),
    };
    parts.repository.mappings.update(next);
    return next;
  });
  parts.mappings.begin(mapping.uuid);
  return toMappingConfiguration(mapping);
}

export function deleteMapping(
  parts: LambdaParts,
  uuid: string,
  context: RequestContext,
): EventSourceMappingConfiguration {
  const mapping = parts.repository.transaction(() => {
    const next: MappingRecord = { ...findSettled(parts, uuid, context, 'delete'), state: 'Deleting' };
    parts.repository.mappings.update(next);
    return next;
  });
  parts.mappings.begin(uuid);
  return toMappingConfiguration(mapping);
}

export function findMapping(parts: LambdaParts, uuid: string, context: RequestContext): MappingRecord {
  const mapping = parts.repository.mappings.find(uuid);
  if (mapping?.accountId !== context.accountId || mapping.region !== context.region) throw noSuchResource();
  return mapping;
}

function findSettled(
  parts: LambdaParts,
  uuid: string,
  context: RequestContext,
  wanted: 'update' | 'delete',
): MappingRecord {
  const mapping = findMapping(parts, uuid, context);
  if (mapping.state !== 'Enabled' && mapping.state !== 'Disabled') throw mappingInUse(wanted);
  return mapping;
}

function findCalled(parts: LambdaParts, target: FunctionTarget): FunctionRecord {
  const record = findVersion(parts.repository, target.key, target.qualifier);
  if (!record) throw invalidParameterValue('Function does not exist');
  assertNotIsolated(record.settings, 'An event source mapping');
  // A poller would take batches for ever that nothing runs.
  assertRunHere(record.settings);
  return record;
}

function assertSource(
  parts: LambdaParts,
  settings: MappingSettings,
  sourceArn: string | undefined,
  called: FunctionRecord,
): void {
  if (settings.kind !== 'sqs') return;
  assertQueueMapping(settings, sourceArn ?? '', called.settings.timeoutSeconds, parts.queues);
}

function assertNew(
  parts: LambdaParts,
  context: RequestContext,
  target: FunctionTarget,
  kind: SourceKind,
  input: MappingInput,
): void {
  const { key, qualifier } = target;
  const existing = parts.repository.mappings
    .page(context, { functionName: key.name, sourceArn: input.EventSourceArn ?? null }, '', 1000)
    .find((mapping) => {
      if (mapping.qualifier !== qualifier || mapping.settings.kind !== kind) return false;
      return kind !== 'kafka' || isSameTopic(mapping, input);
    });
  if (!existing) return;
  const remedy = `already exists. Please update or delete the existing mapping with UUID ${existing.uuid}`;
  throw resourceConflict(`${describeSource(target, kind, input)} ${remedy}`);
}

/** The words and blanks are AWS's (errors 29 to 31). */
function describeSource(target: FunctionTarget, kind: SourceKind, input: MappingInput): string {
  const { key, qualifier } = target;
  if (kind === 'kafka') {
    const topics = (input.Topics ?? []).join(',');
    return `An event source mapping with event source ("${kafkaSources(input).join(',')}"), function ("${functionArn(key, qualifier)}"), topics ("${topics}")`;
  }
  const arn = input.EventSourceArn ?? '';
  return kind === 'sqs'
    ? `An event source mapping with SQS arn (" ${arn} ") and function (" ${key.name} ")`
    : `The event source arn (" ${arn} ") and function (" ${key.name} ") provided mapping`;
}

function stateBetween(before: MappingSettings, after: MappingSettings): MappingRecord['state'] {
  if (before.isEnabled === after.isEnabled) return 'Updating';
  return after.isEnabled ? 'Enabling' : 'Disabling';
}
