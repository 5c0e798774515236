'use client';

import {
  BaseEdge,
  EdgeLabelRenderer,
  getBezierPath,
  type Edge,
  type EdgeProps,
  type EdgeTypes,
} from 'reactflow';
import { useTranslations } from 'use-intl/react';
import type { Flow } from '@/lib/domain/function-graph';

export type FlowEdge = Edge<
  { flow: Flow; isPaused: boolean; offset: number; detail: string | undefined },
  'flow'
>;

const labelText: Record<Flow, string> = {
  trigger: 'text-muted',
  success: 'text-success-text',
  failure: 'text-danger-text',
  reject: 'text-warning-text',
};

/** Solid for what runs, dashed for rejects, dotted for what is paused: colour is never the only sign. */
function dashOf(flow: Flow, isPaused: boolean): string | undefined {
  if (isPaused) return '2 3';
  return flow === 'reject' ? '6 3' : undefined;
}

function FlowEdgeView(props: EdgeProps<FlowEdge>) {
  const t = useTranslations('designer');
  const { flow = 'trigger', isPaused = false, offset = 0, detail } = props.data ?? {};
  const [path, x, y] = getBezierPath({
    ...props,
    sourceY: props.sourceY + offset,
    targetY: props.targetY + offset,
  });
  const label = isPaused ? t('paused') : flow === 'trigger' ? detail : t(`flow.${flow}`);
  return (
    <>
      <BaseEdge
        path={path}
        markerEnd={props.markerEnd}
        style={{ stroke: `var(--flow-${flow})`, strokeWidth: 1.5, strokeDasharray: dashOf(flow, isPaused) }}
      />
      {label && (
        <EdgeLabelRenderer>
          <span
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
            className={`pointer-events-none absolute rounded-full border border-edge-strong bg-surface px-8 py-px text-12 font-medium whitespace-nowrap ${labelText[flow]}`}
          >
            {label}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

export const edgeTypes = { flow: FlowEdgeView } satisfies EdgeTypes;
