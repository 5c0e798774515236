'use client';

import {
  Background,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  type Edge,
  type Node,
  type NodeProps,
  type NodeTypes,
} from 'reactflow';
import 'reactflow/dist/base.css';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { graphMeasures } from '@/lib/domain/graph-placement';
import { columnsOf, drawnMax, mapGap, type MapService } from '@/lib/domain/service-map';
import type { ServiceMapProps } from './service-map';

type MapNode = Node<{ service: MapService; isOwn: boolean }, 'service'>;

const fitOptions = { padding: 0.1, minZoom: 0.4, maxZoom: 1 };
const nodeTypes = { service: ServiceView } satisfies NodeTypes;

export function ServiceMapFlow({ name, map }: ServiceMapProps) {
  const t = useTranslations('metrics');
  const nodes = useMemo(() => nodesOf(map.services.slice(0, drawnMax), columnsOf(map), name), [map, name]);
  const edges = useMemo(
    () =>
      map.edges.map(({ from, to }): Edge => ({
        id: `${from}-${to}`,
        source: from,
        target: to,
        markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--flow-trigger)' },
        style: { stroke: 'var(--flow-trigger)', strokeWidth: 1.5 },
      })),
    [map],
  );
  return (
    <div role="group" aria-label={t('traces.mapLabel', { name })} className="overview-flow h-full w-full">
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={fitOptions}
        minZoom={0.3}
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
      </ReactFlow>
    </div>
  );
}

function nodesOf(
  services: readonly MapService[],
  places: ReturnType<typeof columnsOf>,
  ownName: string,
): MapNode[] {
  const { nodeWidth, nodeHeight } = graphMeasures;
  return services.map((service) => {
    const { column, row } = places.get(service.id) ?? { column: 0, row: 0 };
    return {
      id: service.id,
      type: 'service',
      position: { x: column * (nodeWidth + mapGap.column), y: row * (nodeHeight + mapGap.row) },
      width: nodeWidth,
      height: nodeHeight,
      data: { service, isOwn: service.name === ownName && service.type !== 'client' },
    };
  });
}

function ServiceView({ data: { service, isOwn } }: NodeProps<MapNode>) {
  const t = useTranslations('metrics');
  const { calls, type } = service;
  const failed = calls ? calls.faults + calls.errors + calls.throttles : 0;
  const tone = failed > 0 ? 'border-danger-edge' : isOwn ? 'border-accent' : 'border-edge-strong';
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <div
        data-testid={`service-${service.id}`}
        className={`flex h-(--node-height) w-(--node-width) flex-col justify-center rounded-8 border bg-surface px-8 shadow-1 ${tone}`}
      >
        <span className="block truncate text-14 font-medium">
          {type === 'client' ? t('traces.client') : service.name}{' '}
          {type !== 'client' && (
            <span className="text-12 font-regular text-muted">{type.replace(/^AWS::/, '')}</span>
          )}
        </span>
        <span className="block truncate text-12 text-muted">
          {calls && t('traces.nodeCalls', { count: calls.total })}
          {failed > 0 && (
            <span className="text-danger-text"> · {t('traces.nodeFailed', { count: failed })}</span>
          )}
        </span>
      </div>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </>
  );
}
