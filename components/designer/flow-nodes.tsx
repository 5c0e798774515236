'use client';

import { Handle, Position, type Node, type NodeProps, type NodeTypes } from 'reactflow';
import { Layers, Plus } from 'lucide-react';
import clsx from 'clsx';
import { useTranslations } from 'use-intl/react';
import { ButtonLink } from '@/components/ui/button-link';
import { Count } from '@/components/ui/count';
import type { GraphNode } from '@/lib/domain/function-graph';
import { KindTile } from './kind-tile';
import { useItemWords } from './use-item-words';

export type ServiceNode = Node<{ node: GraphNode; isPicked: boolean; onPick: () => void }, 'service'>;
export type FunctionNode = Node<
  {
    name: string;
    detail: string;
    layers: number;
    isLayersPicked: boolean;
    onPickLayers: () => void;
    onPickFunction: () => void;
  },
  'function'
>;
export type AddNode = Node<{ text: string; href: string; column: number; reason: string | undefined }, 'add'>;
export type OverviewNode = ServiceNode | FunctionNode | AddNode;

/** Column for the arrow keys: triggers 0, function 1, destinations 2. */
export const columnOf = { trigger: 0, function: 1, destination: 2 } as const;

function ServiceNodeView({ data: { node, isPicked, onPick } }: NodeProps<ServiceNode>) {
  const { summaryOf } = useItemWords();
  const isTrigger = node.side === 'trigger';
  const isStack = node.items.length > 1;
  return (
    <>
      <Handle
        type={isTrigger ? 'source' : 'target'}
        position={isTrigger ? Position.Right : Position.Left}
        isConnectable={false}
      />
      {isStack && (
        <span
          aria-hidden
          className="absolute inset-x-4 -bottom-4 h-12 rounded-b-8 border border-edge-strong bg-surface"
        />
      )}
      <button
        type="button"
        data-testid={`node-${node.id}`}
        data-column={columnOf[node.side]}
        aria-pressed={isPicked}
        onClick={onPick}
        className={clsx(
          'relative flex h-(--node-height) w-(--node-width) items-center gap-12 rounded-8 border bg-surface px-8 text-left shadow-1 hover:bg-hover',
          isPicked ? 'border-accent' : 'border-edge-strong',
        )}
      >
        <KindTile kind={node.kind} />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-14 font-medium">{node.service}</span>
          <span className="block truncate text-12 text-muted">{summaryOf(node)}</span>
        </span>
        {isStack && <Count value={node.items.length} />}
      </button>
    </>
  );
}

function FunctionNodeView({ data }: NodeProps<FunctionNode>) {
  const t = useTranslations('designer');
  return (
    <div className="h-(--node-height-function) w-(--node-width-function) rounded-8 border-2 border-accent bg-surface shadow-1">
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <button
        type="button"
        data-testid="node-function"
        data-column={columnOf.function}
        onClick={data.onPickFunction}
        className="flex h-(--node-height) w-full items-center gap-12 rounded-t-6 px-8 text-left hover:bg-hover"
      >
        <KindTile kind="function" />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-14 font-medium">{data.name}</span>
          <span className="block truncate text-12 text-muted" data-tooltip={data.detail}>
            {data.detail}
          </span>
        </span>
      </button>
      <button
        type="button"
        data-testid="node-layers"
        data-column={columnOf.function}
        aria-pressed={data.isLayersPicked}
        onClick={data.onPickLayers}
        className="flex h-(--node-layers-height) w-full items-center gap-8 rounded-b-6 border-t border-edge px-16 text-left text-12 text-muted hover:bg-hover"
      >
        <Layers aria-hidden size={16} strokeWidth={1.75} />
        <span className="flex-1">{t('layers')}</span>
        <Count value={data.layers} />
      </button>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}

function AddNodeView({ data }: NodeProps<AddNode>) {
  return (
    <span data-column={data.column}>
      <ButtonLink
        href={data.href}
        disabledReason={data.reason}
        icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
        className="h-40 w-(--node-width) border-dashed"
      >
        {data.text}
      </ButtonLink>
    </span>
  );
}

// At module level: React Flow mounts every node again when it gets another object.
export const nodeTypes = {
  service: ServiceNodeView,
  function: FunctionNodeView,
  add: AddNodeView,
} satisfies NodeTypes;
