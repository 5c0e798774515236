import 'server-only';
import {
  GetFunctionEventInvokeConfigCommand,
  GetFunctionUrlConfigCommand,
  GetPolicyCommand,
  ListEventSourceMappingsCommand,
  type EventSourceMappingConfiguration,
  type LambdaClient,
} from '@aws-sdk/client-lambda';
import { cache } from 'react';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type {
  Asked,
  AsyncDestinations,
  EventSource,
  FunctionRelations,
  PolicyGrant,
} from '@/lib/domain/function-graph';
import { readPushSources } from '@/lib/queries/push-sources';
import type { Place } from '@/lib/routes';

/** Pages of 100: a function with more mappings than this shows the first ones. */
const mappingPagesMax = 5;

/** Asks one question. Not found means that there is none; every other failure is shown in its place. */
async function ask<T>(operation: string, none: T, question: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { status: 'known', value: await question() };
  } catch (error) {
    const failure = toConsoleError(error, { operation });
    if (failure.kind === 'not-found') return { status: 'known', value: none };
    return { status: 'failed', error: failure };
  }
}

function toEventSource(mapping: EventSourceMappingConfiguration): EventSource {
  const state = mapping.State ?? 'Unknown';
  return {
    id: mapping.UUID ?? '',
    sourceArn: mapping.EventSourceArn,
    isEnabled: !/^Disabl/.test(state),
    state,
    batchSize: mapping.BatchSize,
    filterCount: mapping.FilterCriteria?.Filters?.length ?? 0,
    onFailureArn: mapping.DestinationConfig?.OnFailure?.Destination,
  };
}

async function listEventSources(lambda: LambdaClient, name: string): Promise<readonly EventSource[]> {
  const sources: EventSource[] = [];
  let marker: string | undefined;
  for (let page = 0; page < mappingPagesMax; page += 1) {
    const output = await lambda.send(
      new ListEventSourceMappingsCommand({ FunctionName: name, MaxItems: 100, Marker: marker }),
    );
    sources.push(...(output.EventSourceMappings ?? []).map(toEventSource));
    marker = output.NextMarker;
    if (!marker) break;
  }
  return sources;
}

// Keyed by plain strings: a layout and its page ask once between them.
const read = cache(
  async (
    connectionId: string,
    region: string,
    name: string,
    qualifier: string | undefined,
    functionArn: string,
  ): Promise<Omit<FunctionRelations, 'deadLetterArn'>> => {
    await requireUser('viewer');
    const aws = await awsFor({ connectionId, region });
    const { lambda } = aws;
    const named = { FunctionName: name, Qualifier: qualifier };
    const grantsAsked = ask('lambda:GetPolicy', [], async () => {
      const output = await lambda.send(new GetPolicyCommand(named));
      return readGrants(output.Policy ?? '{}');
    });
    const [eventSources, functionUrl, grants, asyncDestinations, pushSources] = await Promise.all([
      ask('lambda:ListEventSourceMappings', [], () =>
        listEventSources(lambda, qualifier === undefined ? name : `${name}:${qualifier}`),
      ),
      ask('lambda:GetFunctionUrlConfig', null, async () => {
        const output = await lambda.send(new GetFunctionUrlConfigCommand(named));
        return { url: output.FunctionUrl ?? '', authType: output.AuthType ?? '' };
      }),
      grantsAsked,
      ask<AsyncDestinations>('lambda:GetFunctionEventInvokeConfig', {}, async () => {
        const output = await lambda.send(new GetFunctionEventInvokeConfigCommand(named));
        const { OnSuccess, OnFailure } = output.DestinationConfig ?? {};
        return { onSuccessArn: OnSuccess?.Destination, onFailureArn: OnFailure?.Destination };
      }),
      grantsAsked.then((asked) =>
        readPushSources(aws, asked.status === 'known' ? asked.value : [], functionArn),
      ),
    ]);
    return { eventSources, functionUrl, grants, asyncDestinations, pushSources };
  },
);

/**
 * What invokes a function, a version or an alias, and where its results go. `facts` are the function's own: its ARN
 * as callers name it, and its dead-letter queue.
 */
export async function getFunctionRelations(
  place: Place,
  name: string,
  facts: { readonly arn: string; readonly deadLetterArn: string | undefined },
  qualifier?: string,
): Promise<FunctionRelations> {
  const relations = await read(place.connectionId, place.region, name, qualifier, facts.arn);
  return { ...relations, deadLetterArn: facts.deadLetterArn };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function principalOf(principal: unknown): string {
  if (typeof principal === 'string') return principal;
  if (typeof principal !== 'object' || principal === null) return '*';
  const [first] = Object.values(principal);
  return Array.isArray(first) ? String(first[0] ?? '*') : String(first ?? '*');
}

/** The value of a condition key whatever its operator and capitals; the first one of a list. */
function conditionValue(condition: unknown, key: string): string | undefined {
  if (typeof condition !== 'object' || condition === null) return undefined;
  for (const tests of Object.values(condition)) {
    if (typeof tests !== 'object' || tests === null) continue;
    for (const [name, value] of Object.entries(tests)) {
      if (name.toLowerCase() !== key) continue;
      return textOf(Array.isArray(value) ? value[0] : value);
    }
  }
  return undefined;
}

/** The statements of a resource policy that let somebody in. Throws a SyntaxError for text that is no JSON. */
export function readGrants(policy: string): readonly PolicyGrant[] {
  const document: unknown = JSON.parse(policy);
  if (typeof document !== 'object' || document === null || !('Statement' in document)) return [];
  const statements: unknown[] = Array.isArray(document.Statement) ? document.Statement : [document.Statement];
  return statements.flatMap((statement, index): PolicyGrant[] => {
    if (typeof statement !== 'object' || statement === null) return [];
    const parts: Record<string, unknown> = { ...statement };
    if (parts.Effect !== 'Allow') return [];
    const isFunctionUrlGrant =
      conditionValue(parts.Condition, 'lambda:functionurlauthtype') !== undefined ||
      conditionValue(parts.Condition, 'lambda:invokedviafunctionurl') !== undefined;
    return [
      {
        id: textOf(parts.Sid) ?? String(index),
        principal: principalOf(parts.Principal),
        sourceArn: conditionValue(parts.Condition, 'aws:sourcearn'),
        isFunctionUrlGrant,
      },
    ];
  });
}
