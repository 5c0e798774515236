import { graphMeasures } from './graph-placement.ts';

/** What calls what, as X-Ray has seen it: services in columns, from callers on the left to what they call. */

export interface MapService {
  readonly id: string;
  readonly name: string;
  /** `AWS::Lambda::Function`, `client`, `remote` …; empty where nothing is known. */
  readonly type: string;
  readonly calls: MapCalls | undefined;
}

export interface MapCalls {
  readonly total: number;
  readonly faults: number;
  readonly errors: number;
  readonly throttles: number;
  readonly averageMs: number | undefined;
}

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly calls: MapCalls;
}

export interface ServiceMap {
  readonly services: readonly MapService[];
  readonly edges: readonly MapEdge[];
}

/** More services than this are not drawn; the table has them all. */
export const drawnMax = 60;

/** The part of a map that hangs together with the services of a name. */
export function aroundService(map: ServiceMap, name: string): ServiceMap {
  const reached = new Set(map.services.filter((service) => service.name === name).map(({ id }) => id));
  const waiting = [...reached];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const { from, to } of map.edges) {
      const next = from === id ? to : to === id ? from : undefined;
      if (next === undefined || reached.has(next)) continue;
      reached.add(next);
      waiting.push(next);
    }
  return {
    services: map.services.filter(({ id }) => reached.has(id)),
    edges: map.edges.filter(({ from, to }) => reached.has(from) && reached.has(to)),
  };
}

/** Column and row of each service: one further right than its callers; those of a circle stay where they are met. */
export function columnsOf(map: ServiceMap): ReadonlyMap<string, { column: number; row: number }> {
  const callers = new Map(map.services.map(({ id }) => [id, 0]));
  for (const { to, from } of map.edges) if (from !== to) callers.set(to, (callers.get(to) ?? 0) + 1);
  const columns = new Map<string, number>();
  let waiting = map.services.filter(({ id }) => callers.get(id) === 0).map(({ id }) => id);
  if (waiting.length === 0 && map.services[0]) waiting = [map.services[0].id];
  for (let column = 0; columns.size < map.services.length; column += 1) {
    const here = waiting.filter((id) => !columns.has(id));
    for (const id of here) columns.set(id, column);
    waiting = map.edges.filter(({ from }) => here.includes(from)).map(({ to }) => to);
    const left = map.services.find(({ id }) => !columns.has(id));
    if (waiting.every((id) => columns.has(id)) && left) waiting = [left.id];
  }
  const rows = new Map<number, number>();
  return new Map(
    map.services.map(({ id }) => {
      const column = columns.get(id) ?? 0;
      const row = rows.get(column) ?? 0;
      rows.set(column, row + 1);
      return [id, { column, row }];
    }),
  );
}

/** Pixels between services. */
export const mapGap = { column: 96, row: 24 } as const;

/** Room for the fullest column, within what a page bears. */
export function mapHeight(map: ServiceMap): number {
  const { nodeHeight, canvasHeightMin, canvasHeightMax, margin } = graphMeasures;
  const rows = Math.max(1, ...[...columnsOf(map).values()].map(({ row }) => row + 1));
  return Math.min(canvasHeightMax, Math.max(canvasHeightMin, rows * (nodeHeight + mapGap.row) + margin));
}
