'use client';

import { Background, Panel, ReactFlow, ReactFlowProvider, useReactFlow } from 'reactflow';
import 'reactflow/dist/base.css';
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/icon-button';
import type { GraphEdge } from '@/lib/domain/function-graph';
import { edgeTypes } from './flow-edges';
import { flowEdges, flowNodes } from './flow-elements';
import { nodeTypes } from './flow-nodes';
import type { OverviewModel, Selection } from './overview-model';

const fitOptions = { padding: 0.06, minZoom: 0.8, maxZoom: 1 };
/** Pixels above the first node of a graph that is taller than the canvas. */
const topMargin = 16;

export interface DiagramProps {
  readonly model: OverviewModel;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
}

/** The canvas. Loaded by itself: React Flow is no part of a page that shows the list or a folded overview. */
export function FlowDiagram(props: DiagramProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ model, selection, onSelect }: DiagramProps) {
  const t = useTranslations('designer');
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const showAll = useShowAll();
  const texts = useMemo(
    () => ({
      addTrigger: t('addTrigger'),
      addDestination: t('addDestination'),
      ofEdge: ({ batchSize, filterCount }: GraphEdge) =>
        [
          batchSize === undefined ? undefined : t('batch', { size: batchSize }),
          filterCount ? t('filters', { count: filterCount }) : undefined,
        ]
          .filter(Boolean)
          .join(' · ') || undefined,
    }),
    [t],
  );
  const nodes = useMemo(
    () => flowNodes(model, selection, Math.max(0, width - 32), { onSelect, texts }),
    [model, selection, width, onSelect, texts],
  );
  const edges = useMemo(() => flowEdges(model.graph, texts), [model.graph, texts]);

  useEffect(() => {
    if (width > 0) void showAll();
  }, [width, model.graph, showAll]);

  return (
    <div
      ref={host}
      role="group"
      aria-label={t('canvas', { name: model.name })}
      className="overview-flow h-full w-full"
      onKeyDown={walk}
    >
      {width > 0 && (
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onInit={() => void showAll()}
          minZoom={0.5}
          maxZoom={1.5}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
        >
          <Background color="var(--flow-dot)" gap={16} size={1.5} />
          <ZoomPanel />
        </ReactFlow>
      )}
    </div>
  );
}

/** Fits the graph; one that stays readable only when it is taller than the canvas begins at its top. */
function useShowAll(): () => Promise<void> {
  const { fitView, getNodes, getNodesBounds, getViewport, setViewport } = useReactFlow();
  return useCallback(async () => {
    await fitView(fitOptions);
    const { x, y, zoom } = getViewport();
    const top = getNodesBounds(getNodes()).y * zoom + y;
    if (top < topMargin) await setViewport({ x, y: y + topMargin - top, zoom });
  }, [fitView, getNodes, getNodesBounds, getViewport, setViewport]);
}

function ZoomPanel() {
  const t = useTranslations('designer');
  const { zoomIn, zoomOut } = useReactFlow();
  const showAll = useShowAll();
  return (
    <Panel position="bottom-center" className="flex gap-4">
      <IconButton variant="normal" size="small" label={t('zoomIn')} onClick={() => void zoomIn()}>
        <ZoomIn aria-hidden size={16} strokeWidth={1.75} />
      </IconButton>
      <IconButton variant="normal" size="small" label={t('zoomOut')} onClick={() => void zoomOut()}>
        <ZoomOut aria-hidden size={16} strokeWidth={1.75} />
      </IconButton>
      <IconButton variant="normal" size="small" label={t('fit')} onClick={() => void showAll()}>
        <Maximize aria-hidden size={16} strokeWidth={1.75} />
      </IconButton>
    </Panel>
  );
}

/** Width of the canvas in pixels; 0 until it is measured. */
function useWidth(host: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!host.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, [host]);
  return width;
}

/** Left and right walk along the edges from column to column, up and down within one. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const steps: Record<string, readonly [columns: number, rows: number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const step = steps[event.key];
  const from =
    event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-column]') : null;
  if (!step || !from) return;
  const inColumn = (column: number) => [
    ...event.currentTarget.querySelectorAll<HTMLElement>(`[data-column="${column}"]`),
  ];
  const column = Number(from.dataset.column);
  const next =
    step[0] === 0
      ? inColumn(column)[inColumn(column).indexOf(from) + step[1]]
      : inColumn(column + step[0])[0];
  if (!next) return;
  event.preventDefault();
  // A place to add something is a frame around its link.
  (next.querySelector<HTMLElement>('a, [role=link]') ?? next).focus();
}
