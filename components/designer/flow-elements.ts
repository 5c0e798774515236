import { MarkerType } from 'reactflow';
import type { FunctionGraph, GraphEdge, GraphNode } from '@/lib/domain/function-graph';
import { graphMeasures, placeNodes } from '@/lib/domain/graph-placement';
import type { FlowEdge } from './flow-edges';
import type { OverviewNode } from './flow-nodes';
import type { OverviewModel, Selection } from './overview-model';

/** Vertical distance of edges that lead to one node, so that their lines and labels stay apart. */
const parallelOffset = 18;

interface Handlers {
  readonly onSelect: (selection: Selection) => void;
  readonly texts: {
    readonly addTrigger: string;
    readonly addDestination: string;
    /** `Batch size 10 · 1 filter`; nothing for an edge that has neither. */
    readonly ofEdge: (edge: GraphEdge) => string | undefined;
  };
}

/** Nodes in the shape React Flow draws; what they are and where they stand is decided by lib/domain. */
export function flowNodes(
  model: OverviewModel,
  selection: Selection,
  width: number,
  handlers: Handlers,
): OverviewNode[] {
  const { graph } = model;
  const places = placeNodes(graph, width);
  const at = (id: string) => places.get(id) ?? { x: 0, y: 0 };
  const small = { width: graphMeasures.nodeWidth, height: graphMeasures.nodeHeight };
  const service = (node: GraphNode): OverviewNode => {
    const isPicked = typeof selection === 'object' && selection.nodeId === node.id;
    const onPick = () => handlers.onSelect(isPicked ? undefined : { nodeId: node.id });
    return {
      id: node.id,
      type: 'service',
      position: at(node.id),
      data: { node, isPicked, onPick },
      ...small,
    };
  };
  const add = (id: string, column: number, text: string, href: string): OverviewNode => ({
    id,
    type: 'add',
    position: at(id),
    data: { text, href, column, reason: model.cannotChangeReason },
    ...small,
  });
  const isLayersPicked = selection === 'layers';
  return [
    ...graph.triggers.map(service),
    add('add-trigger', 0, handlers.texts.addTrigger, model.addTriggerHref),
    {
      id: 'function',
      type: 'function',
      position: at('function'),
      width: graphMeasures.functionWidth,
      height: graphMeasures.functionHeight,
      data: {
        name: model.name,
        detail: model.detail,
        layers: model.layerArns.length,
        isLayersPicked,
        onPickLayers: () => handlers.onSelect(isLayersPicked ? undefined : 'layers'),
        onPickFunction: () => handlers.onSelect(undefined),
      },
    },
    ...graph.destinations.map(service),
    add('add-destination', 2, handlers.texts.addDestination, model.addDestinationHref),
  ];
}

export function flowEdges(graph: FunctionGraph, texts: Handlers['texts']): FlowEdge[] {
  return graph.edges.map((edge) => {
    const beside = graph.edges.filter((other) => other.nodeId === edge.nodeId);
    const offset = (beside.indexOf(edge) - (beside.length - 1) / 2) * parallelOffset;
    const isTrigger = edge.flow === 'trigger';
    return {
      id: edge.id,
      type: 'flow',
      source: isTrigger ? edge.nodeId : 'function',
      target: isTrigger ? 'function' : edge.nodeId,
      data: { flow: edge.flow, isPaused: edge.isPaused, offset, detail: texts.ofEdge(edge) },
      markerEnd: { type: MarkerType.Arrow, width: 14, height: 14, color: `var(--flow-${edge.flow})` },
      focusable: false,
    };
  });
}
