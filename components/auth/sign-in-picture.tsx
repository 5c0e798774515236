import { CalendarClock, Inbox, Radio, Route, SquareFunction, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';

const triggers = [
  { name: 'API Gateway', detail: 'POST /checkout', icon: Route, look: 'bg-kind-http-ground text-kind-http' },
  { name: 'SQS', detail: 'orders-inbound', icon: Inbox, look: 'bg-kind-queue-ground text-kind-queue' },
  { name: 'Schedule', detail: 'every-15-min', icon: CalendarClock, look: 'bg-kind-bus-ground text-kind-bus' },
];
const destinations = [
  { name: 'EventBridge bus', detail: 'orders-events', icon: Radio, look: 'bg-kind-bus-ground text-kind-bus' },
  {
    name: 'DynamoDB',
    detail: 'orders-table',
    icon: Table2,
    look: 'bg-kind-database-ground text-kind-database',
  },
  { name: 'SQS', detail: 'orders-dlq', icon: Inbox, look: 'bg-kind-queue-ground text-kind-queue' },
];

/** What the console is about, drawn beside the sign-in form; decoration, hidden from screen readers. */
export function SignInPicture(props: { claim: string; detail: string }) {
  return (
    <aside className="hidden flex-1 flex-col border-l border-edge bg-canvas px-40 py-40 desktop:flex">
      <div aria-hidden className="flex flex-1 items-center justify-center gap-4">
        <Column nodes={triggers} />
        <Edges strokes={['stroke-flow-trigger', 'stroke-flow-trigger', 'stroke-flow-trigger']} isGathering />
        <Node
          name="orders-checkout"
          detail="nodejs24.x · arm64"
          tile="bg-kind-function-ground text-kind-function"
          isMain
        >
          <SquareFunction size={18} strokeWidth={1.75} />
        </Node>
        <Edges strokes={['stroke-flow-success', 'stroke-flow-success', 'stroke-flow-failure']} />
        <Column nodes={destinations} />
      </div>
      <p className="text-20 font-semibold text-balance">{props.claim}</p>
      <p className="mt-8 text-muted">{props.detail}</p>
    </aside>
  );
}

/** Three curves between a column and the function; the heights are those of three nodes and their gaps. */
function Edges(props: { strokes: readonly string[]; isGathering?: boolean }) {
  return (
    <svg
      width={64}
      height={204}
      viewBox="0 0 64 204"
      fill="none"
      className={props.isGathering ? '' : '-scale-x-100'}
    >
      {props.strokes.map((stroke, index) => {
        const y = 26 + 76 * index;
        return <path key={y} d={`M0 ${y} C32 ${y} 32 102 64 102`} strokeWidth={1.5} className={stroke} />;
      })}
    </svg>
  );
}

function Column({ nodes }: { nodes: typeof triggers }) {
  return (
    <div className="flex flex-col gap-24">
      {nodes.map(({ name, detail, icon: Icon, look }) => (
        <Node key={detail} name={name} detail={detail} tile={look}>
          <Icon size={18} strokeWidth={1.75} />
        </Node>
      ))}
    </div>
  );
}

function Node(props: { name: string; detail: string; tile: string; isMain?: boolean; children: ReactNode }) {
  const edge = props.isMain ? 'border-accent ring-1 ring-accent' : 'border-edge-strong';
  return (
    <div className={`flex items-center gap-12 rounded-8 border bg-surface p-8 pr-16 shadow-1 ${edge}`}>
      <span className={`grid size-32 place-items-center rounded-6 ${props.tile}`}>{props.children}</span>
      <span>
        <span className="block font-medium">{props.name}</span>
        <span className="block text-12 text-muted">{props.detail}</span>
      </span>
    </div>
  );
}
