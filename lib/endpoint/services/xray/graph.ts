import type { Edge, EdgeStatistics, HistogramEntry, Service } from '@aws-sdk/client-xray';
import type { ServiceFact, TraceFacts } from './facts.ts';
import type { Place } from './records.ts';

/** More services than this stay out of the graph. */
const servicesMax = 1000;
const clientKey = 'client\n';

interface Node {
  readonly id: number;
  readonly name: string;
  readonly type: string | undefined;
  isRoot: boolean;
  readonly totals: Totals;
  readonly edges: Map<number, Totals>;
}

/** The service graph of many traces, or of one. */
export function createGraph({ accountId }: Place) {
  const nodes = new Map<string, Node>();
  const byId: Node[] = [];

  function nodeOf(key: string, name: string, type: string | undefined): Node | undefined {
    const known = nodes.get(key);
    if (known) return known;
    if (nodes.size >= servicesMax) return undefined;
    const node = { id: byId.length, name, type, isRoot: false, totals: new Totals(), edges: new Map() };
    nodes.set(key, node);
    byId.push(node);
    return node;
  }

  function add(facts: TraceFacts): void {
    const places = facts.services.map((service) => {
      const node = nodeOf(`${service.type ?? ''}\n${service.name}`, service.name, service.type);
      node?.totals.add(service);
      return node;
    });
    for (const { from, to } of facts.edges) {
      const called = places[to];
      const service = facts.services[to];
      if (!called || !service) continue;
      const caller = from < 0 ? nodeOf(`${clientKey}${called.name}`, called.name, 'client') : places[from];
      if (from < 0) {
        called.isRoot = true;
        caller?.totals.around(service);
      }
      if (!caller) continue;
      const totals = caller.edges.get(called.id) ?? new Totals();
      totals.add(service);
      caller.edges.set(called.id, totals);
    }
  }

  function shown(node: Node): Service {
    const { totals, type } = node;
    const isClient = type === 'client';
    return {
      ReferenceId: node.id,
      Name: node.name,
      Names: [node.name],
      ...(type !== undefined && { Type: type }),
      ...(!isClient && { AccountId: accountId }),
      ...(node.isRoot && { Root: true }),
      State: isClient ? 'unknown' : 'active',
      ...totals.times(),
      Edges: [...node.edges].map(([ReferenceId, calls]): Edge => {
        const { statistics, histogram } = calls;
        return {
          ReferenceId,
          ...calls.times(),
          SummaryStatistics: statistics,
          ResponseTimeHistogram: histogram,
          Aliases: [],
        };
      }),
      ...(!isClient && {
        SummaryStatistics: totals.statistics,
        ResponseTimeHistogram: totals.histogram,
        DurationHistogram: totals.histogram,
      }),
    };
  }

  return { add, services: (): Service[] => byId.map(shown) };
}

/** Values of a histogram; more are rounded into those that are there. */
const histogramMax = 100;

class Totals {
  #ok = 0;
  #error = 0;
  #throttle = 0;
  #fault = 0;
  #seconds = 0;
  #startS = Infinity;
  #endS = 0;
  readonly #histogram = new Map<number, number>();

  add(service: ServiceFact): void {
    this.around(service);
    if (service.fault) this.#fault += 1;
    else if (service.throttle) this.#throttle += 1;
    else if (service.error) this.#error += 1;
    else this.#ok += 1;
    if (service.endS === undefined) return;
    const seconds = Math.max(0, service.endS - service.startS);
    this.#seconds += seconds;
    // Two digits are what the shape of a distribution needs.
    const exact = Number(seconds.toPrecision(this.#histogram.size < histogramMax ? 3 : 1));
    this.#histogram.set(exact, (this.#histogram.get(exact) ?? 0) + 1);
  }

  around({ startS, endS }: ServiceFact): void {
    this.#startS = Math.min(this.#startS, startS);
    this.#endS = Math.max(this.#endS, endS ?? startS);
  }

  times(): { StartTime?: Date; EndTime?: Date } {
    if (!Number.isFinite(this.#startS)) return {};
    return { StartTime: new Date(this.#startS * 1000), EndTime: new Date(this.#endS * 1000) };
  }

  get statistics(): EdgeStatistics {
    const errors = this.#error + this.#throttle;
    return {
      OkCount: this.#ok,
      ErrorStatistics: { ThrottleCount: this.#throttle, OtherCount: this.#error, TotalCount: errors },
      FaultStatistics: { OtherCount: this.#fault, TotalCount: this.#fault },
      TotalCount: this.#ok + errors + this.#fault,
      TotalResponseTime: this.#seconds,
    };
  }

  get histogram(): HistogramEntry[] {
    return [...this.#histogram].sort(([a], [b]) => a - b).map(([Value, Count]) => ({ Value, Count }));
  }
}
