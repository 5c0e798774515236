import { assemble, forEachNode, type TreeNode } from './assemble.ts';
import type { HttpRequest, SegmentDocument } from './records.ts';

/** What lists, filters and the graph know of a trace; kept beside its documents. */
export interface TraceFacts {
  readonly startS: number;
  readonly endS: number;
  /** From the start to the end of the root segment; absent while it runs or has not come. */
  readonly responseS?: number | undefined;
  readonly isPartial: boolean;
  readonly outcome: Outcome;
  /** The root's place in `services`. */
  readonly entry?: number | undefined;
  readonly http?: HttpFacts | undefined;
  /** One for each segment, and for each called thing that sent no segment of its own. */
  readonly services: readonly ServiceFact[];
  /** Calls, by place in `services`; -1 is the client. */
  readonly edges: readonly { readonly from: number; readonly to: number }[];
  readonly annotations: readonly AnnotationFact[];
  readonly users: readonly { readonly name: string; readonly service: number }[];
  readonly arns: readonly string[];
}

export interface Outcome {
  readonly error?: boolean;
  readonly fault?: boolean;
  readonly throttle?: boolean;
}

export interface ServiceFact extends Outcome {
  readonly name: string;
  readonly type?: string | undefined;
  readonly startS: number;
  readonly endS?: number | undefined;
  readonly status?: number | undefined;
}

export interface HttpFacts extends HttpRequest {
  readonly status?: number;
}

export interface AnnotationFact {
  readonly key: string;
  readonly value: string | number | boolean;
  readonly service: number;
}

const servicesMax = 200;
const annotationsMax = 200;
const textMax = 1000;

export function factsOf(documents: readonly SegmentDocument[]): TraceFacts {
  const roots = assemble(documents);
  const gathering: Gathering = { services: [], edges: [], annotations: [], users: [], arns: new Set() };
  const ownerOf = new Map<string, number>();
  const calledBySegment = new Set(documents.flatMap(({ type, parent_id: id }) => (type ? [] : (id ?? []))));
  const segments: { node: TreeNode; place: number }[] = [];
  for (const node of roots) {
    const place = addService(gathering, serviceOf(node.document));
    if (place === undefined) break;
    segments.push({ node, place });
    forEachNode(node, ({ document }) => ownerOf.set(document.id, place));
  }
  for (const { node, place } of segments) {
    const from = node.document.parent_id === undefined ? -1 : ownerOf.get(node.document.parent_id);
    if (node.document.type === undefined) gathering.edges.push({ from: from ?? -1, to: place });
    forEachNode(node, (inner) => gather(gathering, inner, place, inner !== node, calledBySegment));
  }
  return { ...timesOf(roots), ...rootFacts(roots, segments, ownerOf), ...finished(gathering) };
}

interface Gathering {
  readonly services: ServiceFact[];
  readonly edges: { from: number; to: number }[];
  readonly annotations: AnnotationFact[];
  readonly users: { name: string; service: number }[];
  readonly arns: Set<string>;
}

function finished({ services, edges, annotations, users, arns }: Gathering) {
  return { services, edges, annotations, users, arns: [...arns] };
}

function addService({ services }: Gathering, service: ServiceFact): number | undefined {
  if (services.length >= servicesMax) return undefined;
  return services.push(service) - 1;
}

/** What one segment or subsegment says about its service. */
function gather(
  into: Gathering,
  { document }: TreeNode,
  service: number,
  isSubsegment: boolean,
  calledBySegment: ReadonlySet<string>,
): void {
  for (const [key, value] of Object.entries(document.annotations ?? {})) {
    if (into.annotations.length >= annotationsMax) break;
    const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
    if (isPlain) into.annotations.push({ key, value: shortened(value), service });
  }
  if (typeof document.user === 'string') into.users.push({ name: shortened(document.user), service });
  if (typeof document.resource_arn === 'string' && into.arns.size < servicesMax)
    into.arns.add(shortened(document.resource_arn));
  // A call whose other side sent no segment: what was called is inferred from it.
  const isCall = document.namespace === 'aws' || document.namespace === 'remote';
  if (!isSubsegment || !isCall || calledBySegment.has(document.id)) return;
  const type = document.namespace === 'aws' ? `AWS::${document.name}` : 'remote';
  const to = addService(into, { ...serviceOf(document), type });
  if (to !== undefined) into.edges.push({ from: service, to });
}

function shortened<Value>(value: Value): Value {
  return typeof value === 'string' ? (value.slice(0, textMax) as Value) : value;
}

function serviceOf(document: SegmentDocument): ServiceFact {
  const status = document.http?.response?.status;
  return {
    name: document.name,
    ...(typeof document.origin === 'string' && { type: document.origin }),
    startS: document.start_time,
    ...(isEnded(document) && { endS: document.end_time }),
    ...(typeof status === 'number' && { status }),
    ...outcomeOf(document),
  };
}

function outcomeOf(document: SegmentDocument): Outcome {
  return {
    ...(document.error === true && { error: true }),
    ...(document.fault === true && { fault: true }),
    ...(document.throttle === true && { throttle: true }),
  };
}

function isEnded({ end_time: end, in_progress: isRunning }: SegmentDocument): boolean {
  return typeof end === 'number' && isRunning !== true;
}

function timesOf(roots: readonly TreeNode[]): { startS: number; endS: number; isPartial: boolean } {
  let startS = Infinity;
  let endS = 0;
  let isPartial = false;
  for (const root of roots)
    forEachNode(root, ({ document }) => {
      startS = Math.min(startS, document.start_time);
      endS = Math.max(endS, document.end_time ?? document.start_time);
      isPartial ||= !isEnded(document);
    });
  return { startS: Number.isFinite(startS) ? startS : 0, endS, isPartial };
}

/** The root is the earliest segment whose caller is not in the trace. */
function rootFacts(
  roots: readonly TreeNode[],
  segments: readonly { node: TreeNode; place: number }[],
  ownerOf: ReadonlyMap<string, number>,
): Pick<TraceFacts, 'outcome' | 'entry' | 'http' | 'responseS'> {
  const [root] = roots
    .filter(({ document }) => document.type === undefined && !ownerOf.has(document.parent_id ?? ''))
    .sort((a, b) => a.document.start_time - b.document.start_time);
  if (!root) return { outcome: {} };
  const { document } = root;
  const { request, response } = document.http ?? {};
  return {
    outcome: outcomeOf(document),
    entry: segments.find(({ node }) => node === root)?.place,
    ...(isEnded(document) && { responseS: (document.end_time ?? 0) - document.start_time }),
    ...(document.http && {
      http: {
        ...httpRequest(request),
        ...(typeof response?.status === 'number' && { status: response.status }),
      },
    }),
  };
}

function httpRequest(request: HttpRequest | undefined): HttpRequest {
  const { url, method, user_agent: agent, client_ip: ip } = request ?? {};
  return {
    ...(typeof url === 'string' && { url: shortened(url) }),
    ...(typeof method === 'string' && { method }),
    ...(typeof agent === 'string' && { user_agent: shortened(agent) }),
    ...(typeof ip === 'string' && { client_ip: ip }),
  };
}
