import { resourceName, serviceOfArn, type ConnectedService, type NodeKind } from './connected-service.ts';
import type { ConsoleError } from './console-error.ts';
import type { DestinationSlot } from './destination.ts';
import { noPushSources, pushItems, type PlacedItem, type PushSources } from './push-sources.ts';
import { triggerRefText } from './trigger-ref.ts';

/** What points at a function and where it sends: the graph that diagram and list both draw. */

/** An answer of the connection, or why there is none: each question can fail on its own. */
export type Asked<T> =
  | { readonly status: 'known'; readonly value: T }
  | { readonly status: 'failed'; readonly error: ConsoleError };

export interface EventSource {
  readonly id: string;
  /** Absent for self-managed Kafka. */
  readonly sourceArn: string | undefined;
  readonly isEnabled: boolean;
  /** AWS's own word: Enabled, Disabled, Creating … */
  readonly state: string;
  readonly batchSize: number | undefined;
  /** How many filter patterns it has. */
  readonly filterCount?: number;
  /** Where the mapping sends batches it gave up. */
  readonly onFailureArn: string | undefined;
}

export interface PolicyGrant {
  readonly id: string;
  /** A service principal, an account number or an ARN, as the policy writes it. */
  readonly principal: string;
  readonly sourceArn: string | undefined;
  /** Grants that only open the function URL are not triggers of their own. */
  readonly isFunctionUrlGrant: boolean;
}

/** Where results of asynchronous invocations go. */
export interface AsyncDestinations {
  readonly onSuccessArn?: string | undefined;
  readonly onFailureArn?: string | undefined;
}

export interface FunctionRelations {
  readonly eventSources: Asked<readonly EventSource[]>;
  readonly functionUrl: Asked<{ readonly url: string; readonly authType: string } | null>;
  readonly grants: Asked<readonly PolicyGrant[]>;
  /** What the callers' own services say; absent where nobody asked them. */
  readonly pushSources?: PushSources;
  readonly asyncDestinations: Asked<AsyncDestinations>;
  /** Part of the configuration itself, so never a question of its own. */
  readonly deadLetterArn: string | undefined;
}

/** Which of the four questions failed, so that list and diagram can say so in place. */
export type RelationQuestion = 'eventSources' | 'functionUrl' | 'grants' | 'asyncDestinations';

export type Flow = 'trigger' | 'success' | 'failure' | 'reject';

/** How a thing is tied to the function. */
export type RelationOrigin =
  | 'event-source-mapping'
  | 'function-url'
  | 'policy'
  | 'schedule'
  | 'async-success'
  | 'async-failure'
  | 'mapping-failure'
  | 'dead-letter-queue';

export interface GraphItem {
  readonly id: string;
  readonly name: string;
  readonly origin: RelationOrigin;
  readonly flow: Flow;
  readonly isPaused: boolean;
  /** AWS's word for the state of a mapping. */
  readonly state?: string | undefined;
  readonly batchSize?: number | undefined;
  readonly filterCount?: number | undefined;
  /** Names it for its form and its acts: see `parseTriggerRef`; a destination by its slot. */
  readonly ref?: string | undefined;
  readonly canPause?: boolean;
  /** AWS's own texts: a schedule, events, a pattern. */
  readonly facts?: readonly string[];
  /** The policy lets something in that is not there, or that does not call. */
  readonly problem?: 'source-missing';
  readonly arn?: string | undefined;
  readonly url?: string | undefined;
}

/** Everything of one service on one side is one node; more than one item makes it a stack. */
export interface GraphNode extends ConnectedService {
  readonly id: string;
  readonly side: 'trigger' | 'destination';
  readonly items: readonly GraphItem[];
}

export interface GraphEdge {
  readonly id: string;
  readonly nodeId: string;
  readonly flow: Flow;
  readonly isPaused: boolean;
  /** Of the one mapping that the edge stands for; a stack of several says nothing of each. */
  readonly batchSize?: number | undefined;
  readonly filterCount?: number | undefined;
}

export interface FunctionGraph {
  readonly triggers: readonly GraphNode[];
  readonly destinations: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly failures: readonly { readonly question: RelationQuestion; readonly error: ConsoleError }[];
}

type Placed = PlacedItem;

function triggerItems(relations: FunctionRelations): Placed[] {
  const items: Placed[] = [];
  const { functionUrl, grants, eventSources } = relations;
  if (functionUrl.status === 'known' && functionUrl.value) {
    const { url, authType } = functionUrl.value;
    const at: ConnectedService = { kind: 'http', service: 'Function URL' };
    items.push({
      id: 'function-url',
      name: authType,
      origin: 'function-url',
      flow: 'trigger',
      isPaused: false,
      url,
      ref: triggerRefText({ type: 'function-url' }),
      at,
    });
  }
  items.push(
    ...pushItems(grants.status === 'known' ? grants.value : [], relations.pushSources ?? noPushSources),
  );
  for (const source of eventSources.status === 'known' ? eventSources.value : []) {
    const { sourceArn, state, batchSize } = source;
    const at: ConnectedService = sourceArn
      ? serviceOfArn(sourceArn)
      : { kind: 'stream', service: 'Apache Kafka' };
    items.push({
      id: `mapping:${source.id}`,
      ref: triggerRefText({ type: 'mapping', id: source.id }),
      canPause: true,
      filterCount: source.filterCount,
      name: sourceArn ? resourceName(sourceArn) : source.id,
      origin: 'event-source-mapping',
      flow: 'trigger',
      isPaused: !source.isEnabled,
      state,
      batchSize,
      arn: sourceArn,
      at,
    });
  }
  return items;
}

function destinationItems(relations: FunctionRelations): Placed[] {
  const items: Placed[] = [];
  const add = (arn: string | undefined, origin: RelationOrigin, flow: Flow, slot: DestinationSlot) => {
    if (!arn) return;
    items.push({
      id: `${slot}:${arn}`,
      ref: slot,
      name: resourceName(arn),
      origin,
      flow,
      isPaused: false,
      arn,
      at: serviceOfArn(arn),
    });
  };
  if (relations.asyncDestinations.status === 'known') {
    add(relations.asyncDestinations.value.onSuccessArn, 'async-success', 'success', 'async-success');
    add(relations.asyncDestinations.value.onFailureArn, 'async-failure', 'failure', 'async-failure');
  }
  for (const source of relations.eventSources.status === 'known' ? relations.eventSources.value : []) {
    add(source.onFailureArn, 'mapping-failure', 'reject', `mapping:${source.id}`);
  }
  add(relations.deadLetterArn, 'dead-letter-queue', 'reject', 'dead-letter-queue');
  return items;
}

function groupByService(items: readonly Placed[], side: GraphNode['side']): GraphNode[] {
  const groups = new Map<string, { kind: NodeKind; service: string; items: GraphItem[] }>();
  for (const { at, ...item } of items) {
    const group = groups.get(at.service) ?? { ...at, items: [] };
    group.items.push(item);
    groups.set(at.service, group);
  }
  return [...groups.values()].map((group) => ({ ...group, id: `${side}:${group.service}`, side }));
}

function edgesOf(node: GraphNode): GraphEdge[] {
  const [only] = node.items.length === 1 ? node.items : [];
  return [...new Set(node.items.map((item) => item.flow))].map((flow) => ({
    id: `${node.id}:${flow}`,
    nodeId: node.id,
    flow,
    isPaused: node.items.filter((item) => item.flow === flow).every((item) => item.isPaused),
    batchSize: only?.batchSize,
    filterCount: only?.filterCount,
  }));
}

/** Turns what the connection said into nodes and edges; questions that failed are listed, never guessed. */
export function buildFunctionGraph(relations: FunctionRelations): FunctionGraph {
  const triggers = groupByService(triggerItems(relations), 'trigger');
  const destinations = groupByService(destinationItems(relations), 'destination');
  const questions: RelationQuestion[] = ['eventSources', 'functionUrl', 'grants', 'asyncDestinations'];
  const failures = questions.flatMap((question) => {
    const asked = relations[question];
    return asked.status === 'failed' ? [{ question, error: asked.error }] : [];
  });
  return { triggers, destinations, edges: [...triggers, ...destinations].flatMap(edgesOf), failures };
}
