'use client';

import clsx from 'clsx';
import { ChevronDown, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { Handle, Position, type Node, type NodeProps, type NodeTypes } from 'reactflow';
import { useTranslations } from 'use-intl/react';
import type { PlacedGroup } from '@/lib/domain/account-map-layout';
import type { MapNode } from '@/lib/domain/account-map';
import { KindTile } from '../kind-tile';

type ThingNode = Node<{ node: MapNode; isPicked: boolean; onPick: () => void }, 'thing'>;
type GroupNode = Node<{ group: PlacedGroup; onToggle: () => void }, 'cluster'>;
export type MapFlowNode = ThingNode | GroupNode;

function Ends() {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </>
  );
}

const ThingView = memo(function ThingView({ data: { node, isPicked, onPick } }: NodeProps<ThingNode>) {
  const t = useTranslations('accountMap');
  return (
    <>
      <Ends />
      <button
        type="button"
        data-testid={`map-${node.name}`}
        aria-pressed={isPicked}
        onClick={onPick}
        className={clsx(
          'flex h-(--map-node-height) w-(--map-node-width) items-center gap-8 rounded-8 border bg-surface px-4 text-left hover:bg-hover',
          isPicked ? 'border-accent' : 'border-edge-strong',
        )}
      >
        <KindTile kind={node.kind} />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-12 font-medium">{node.name}</span>
          <span className="block truncate text-12 text-muted">{node.detail}</span>
        </span>
        {node.hasProblem && (
          <TriangleAlert
            aria-label={t('problem')}
            size={16}
            strokeWidth={1.75}
            className="shrink-0 text-warning-solid"
          />
        )}
      </button>
    </>
  );
});

const GroupView = memo(function GroupView({ data: { group, onToggle } }: NodeProps<GroupNode>) {
  const t = useTranslations('accountMap');
  const name = group.name || t('noGroup');
  return (
    <div
      style={{ width: group.width, height: group.height }}
      className="rounded-8 border border-edge-strong bg-sunken"
    >
      {group.isFolded && <Ends />}
      <button
        type="button"
        aria-expanded={!group.isFolded}
        data-testid={`map-group-${group.name}`}
        onClick={onToggle}
        className="flex h-(--map-group-head) w-full items-center gap-8 rounded-8 px-8 text-left text-12 hover:bg-hover"
      >
        <ChevronDown
          aria-hidden
          size={16}
          strokeWidth={1.75}
          className={clsx('shrink-0 text-muted', group.isFolded && '-rotate-90')}
        />
        <span className="min-w-0 truncate font-medium">{name}</span>
        <span className="shrink-0 text-muted">{t('resources', { count: group.count })}</span>
        {group.problems > 0 && (
          <TriangleAlert
            aria-label={t('problems', { count: group.problems })}
            size={16}
            strokeWidth={1.75}
            className="shrink-0 text-warning-solid"
          />
        )}
      </button>
    </div>
  );
});

// At module level: React Flow mounts every node again when it gets another object. `group` would be a type of its own,
// with its own frame.
export const mapNodeTypes = { thing: ThingView, cluster: GroupView } satisfies NodeTypes;
