import type { FunctionGraph, GraphNode } from './function-graph.ts';

/** Sizes in pixels; the same as the `--node-*` tokens, which only colour and draw. */
export const graphMeasures = {
  nodeWidth: 208,
  nodeHeight: 52,
  functionWidth: 224,
  functionHeight: 92,
  rowGap: 12,
  columnGapMin: 116,
  columnGapMax: 280,
  /** What the canvas keeps free around the graph, the buttons at its foot included. */
  margin: 64,
  canvasHeightMin: 242,
  canvasHeightMax: 560,
} as const;

export interface GraphPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Top left corners by node id (`function` for the middle one): triggers left, destinations right, each
 * column centred on the function, with a place to add one at its foot (`add-trigger`, `add-destination`). `width`
 * is the room there is, in pixels; the columns never come closer than a label between them needs.
 */
export function placeNodes(graph: FunctionGraph, width: number): ReadonlyMap<string, GraphPoint> {
  const { nodeWidth, nodeHeight, functionWidth, functionHeight, rowGap, columnGapMin, columnGapMax } =
    graphMeasures;
  const free = (width - 2 * nodeWidth - functionWidth) / 2;
  const gap = Math.min(columnGapMax, Math.max(columnGapMin, Math.floor(free)));
  const points = new Map<string, GraphPoint>([['function', { x: nodeWidth + gap, y: 0 }]]);
  const placeColumn = (ids: readonly string[], x: number) => {
    const height = columnHeight(ids.length);
    ids.forEach((id, index) => {
      points.set(id, { x, y: functionHeight / 2 - height / 2 + index * (nodeHeight + rowGap) });
    });
  };
  const idsOf = (nodes: readonly GraphNode[], add: string) => [...nodes.map(({ id }) => id), add];
  placeColumn(idsOf(graph.triggers, 'add-trigger'), 0);
  placeColumn(idsOf(graph.destinations, 'add-destination'), nodeWidth + functionWidth + 2 * gap);
  return points;
}

/** Pixels of canvas that show all of a graph; one with very many kinds is panned instead. */
export function canvasHeight(graph: FunctionGraph): number {
  const { margin, canvasHeightMin, canvasHeightMax } = graphMeasures;
  const rows = Math.max(graph.triggers.length, graph.destinations.length) + 1;
  return Math.min(canvasHeightMax, Math.max(canvasHeightMin, columnHeight(rows) + margin));
}

function columnHeight(rows: number): number {
  return rows * (graphMeasures.nodeHeight + graphMeasures.rowGap) - graphMeasures.rowGap;
}
