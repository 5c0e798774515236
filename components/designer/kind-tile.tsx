import clsx from 'clsx';
import {
  Boxes,
  Database,
  HardDrive,
  Inbox,
  Radio,
  Route,
  SquareFunction,
  Waves,
  Workflow,
  type LucideIcon,
} from 'lucide-react';
import type { NodeKind } from '@/lib/domain/connected-service';

const looks: Record<NodeKind, { icon: LucideIcon; className: string }> = {
  function: { icon: SquareFunction, className: 'bg-kind-function-ground text-kind-function' },
  http: { icon: Route, className: 'bg-kind-http-ground text-kind-http' },
  queue: { icon: Inbox, className: 'bg-kind-queue-ground text-kind-queue' },
  bus: { icon: Radio, className: 'bg-kind-bus-ground text-kind-bus' },
  stream: { icon: Waves, className: 'bg-kind-stream-ground text-kind-stream' },
  storage: { icon: HardDrive, className: 'bg-kind-storage-ground text-kind-storage' },
  database: { icon: Database, className: 'bg-kind-database-ground text-kind-database' },
  workflow: { icon: Workflow, className: 'bg-kind-workflow-ground text-kind-workflow' },
  other: { icon: Boxes, className: 'bg-kind-other-ground text-kind-other' },
};

/** Picture and colour of a family of services; the word stands beside it. */
export function KindTile({ kind }: { kind: NodeKind }) {
  const { icon: Icon, className } = looks[kind];
  return (
    <span className={clsx('grid size-32 shrink-0 place-items-center rounded-6', className)}>
      <Icon aria-hidden size={18} strokeWidth={1.75} />
    </span>
  );
}
