'use client';

import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useCallback, useEffect, useMemo } from 'react';
import { Background, Panel, ReactFlow, ReactFlowProvider, useReactFlow, type Edge } from 'reactflow';
import 'reactflow/dist/base.css';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/icon-button';
import { groupId, mapMeasures } from '@/lib/domain/account-map-layout';
import { mapNodeTypes, type MapFlowNode } from './map-nodes';
import type { MapState } from './use-map-state';

export interface MapCanvasProps {
  readonly state: MapState;
}

const fitOptions = { padding: 0.04, minZoom: 0.2, maxZoom: 1 };
/** With more edges than this they are straight lines: a curve costs several times as much to draw. */
const curvedEdgesMax = 200;

/** The graph of the account. Loaded by itself: React Flow is no part of a page that shows the list. */
export function MapCanvas(props: MapCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function flowNodes({ layout, selected, select, toggle }: MapState): MapFlowNode[] {
  const groups = layout.groups.map((group): MapFlowNode => ({
    id: groupId(group.name),
    type: 'cluster',
    position: { x: group.x, y: group.y },
    width: group.width,
    height: group.height,
    data: { group, onToggle: () => toggle(group.name) },
  }));
  const nodes = layout.nodes.map(({ node, x, y }): MapFlowNode => {
    const isPicked = selected?.id === node.id;
    return {
      id: node.id,
      type: 'thing',
      // Over the edges, which are over the boxes of the groups.
      zIndex: 3,
      position: { x, y },
      width: mapMeasures.nodeWidth,
      height: mapMeasures.nodeHeight,
      data: { node, isPicked, onPick: () => select(isPicked ? undefined : node.id) },
    };
  });
  return [...groups, ...nodes];
}

function flowEdges({ layout, selected }: MapState): Edge[] {
  const type = layout.edges.length > curvedEdgesMax ? 'straight' : 'default';
  return layout.edges.map(({ id, from, to, flow, isPaused, count }) => {
    const isPicked = selected !== undefined && (from === selected.id || to === selected.id);
    return {
      id,
      type,
      source: from,
      target: to,
      focusable: false,
      zIndex: isPicked ? 2 : 1,
      style: {
        stroke: isPicked ? 'var(--accent)' : `var(--flow-${flow})`,
        strokeWidth: Math.min(2.5, 1 + Math.log10(count) / 2),
        strokeDasharray: isPaused ? '2 3' : flow === 'reject' ? '6 3' : undefined,
      },
    };
  });
}

function Canvas({ state }: MapCanvasProps) {
  const t = useTranslations('accountMap');
  const { fitView, zoomIn, zoomOut } = useReactFlow();
  const nodes = useMemo(() => flowNodes(state), [state]);
  const edges = useMemo(() => flowEdges(state), [state]);
  const showAll = useCallback(() => void fitView(fitOptions), [fitView]);
  useEffect(() => {
    showAll();
  }, [state.shown, showAll]);
  return (
    <div role="group" aria-label={t('canvas')} className="overview-flow absolute inset-0">
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={mapNodeTypes}
        onInit={showAll}
        onlyRenderVisibleElements
        minZoom={0.1}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnDoubleClick={false}
      >
        <Background color="var(--flow-dot)" gap={16} size={1.5} />
        <Panel position="bottom-left" className="flex gap-4">
          <IconButton variant="normal" size="small" label={t('zoomIn')} onClick={() => void zoomIn()}>
            <ZoomIn aria-hidden size={16} strokeWidth={1.75} />
          </IconButton>
          <IconButton variant="normal" size="small" label={t('zoomOut')} onClick={() => void zoomOut()}>
            <ZoomOut aria-hidden size={16} strokeWidth={1.75} />
          </IconButton>
          <IconButton variant="normal" size="small" label={t('fit')} onClick={showAll}>
            <Maximize aria-hidden size={16} strokeWidth={1.75} />
          </IconButton>
        </Panel>
      </ReactFlow>
    </div>
  );
}
