import { expect, it } from 'vitest';
import type { FunctionGraph, GraphNode } from './function-graph.ts';
import { canvasHeight, graphMeasures, placeNodes } from './graph-placement.ts';

const node = (id: string): GraphNode => ({
  id,
  kind: 'queue',
  side: 'trigger',
  service: 'SQS',
  items: [],
});

function graphOf(triggers: number): FunctionGraph {
  const names = Array.from({ length: triggers }, (_, index) => node(`t${index}`));
  return { triggers: names, destinations: [], edges: [], failures: [] };
}

it('centres each column on the function', () => {
  const places = placeNodes(graphOf(3), 1000);
  const middle = (id: string, height: number) => (places.get(id)?.y ?? NaN) + height / 2;
  const top = middle('t0', graphMeasures.nodeHeight);
  const foot = middle('add-trigger', graphMeasures.nodeHeight);
  expect((top + foot) / 2).toBe(middle('function', graphMeasures.functionHeight));
});

it('gives the canvas the height of its graph, within bounds', () => {
  expect(canvasHeight(graphOf(0))).toBe(graphMeasures.canvasHeightMin);
  const places = placeNodes(graphOf(5), 1000);
  const tall =
    (places.get('add-trigger')?.y ?? NaN) + graphMeasures.nodeHeight - (places.get('t0')?.y ?? NaN);
  expect(canvasHeight(graphOf(5))).toBe(tall + graphMeasures.margin);
  expect(canvasHeight(graphOf(100))).toBe(graphMeasures.canvasHeightMax);
});
