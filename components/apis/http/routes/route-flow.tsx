import {
  ArrowDown,
  ArrowRight,
  Globe,
  Lock,
  MonitorSmartphone,
  SquareFunction,
  type LucideIcon,
} from 'lucide-react';

/** The way of a call as a small picture: client, authorizer if any, integration. Its words stand below it, too. */
export function RouteFlow(props: {
  client: string;
  authorizer: { readonly name: string; readonly detail: string } | undefined;
  target: { readonly name: string; readonly detail: string; readonly isFunction: boolean } | undefined;
}) {
  const { authorizer, target } = props;
  return (
    <div className="grid grid-cols-pair items-center gap-x-8 gap-y-4 rounded-8 border border-edge bg-surface p-12">
      <span className="flex flex-col items-center gap-4 rounded-8 border border-edge-strong px-8 py-8 text-12">
        <MonitorSmartphone aria-hidden size={16} strokeWidth={1.75} className="text-muted" />
        {props.client}
      </span>
      <span className="flex min-w-0 items-center gap-8">
        <ArrowRight aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-muted" />
        {authorizer ? (
          <Station icon={Lock} {...authorizer} />
        ) : (
          target && <Station icon={target.isFunction ? SquareFunction : Globe} {...target} />
        )}
      </span>
      {authorizer && target && (
        <>
          <ArrowDown
            aria-hidden
            size={16}
            strokeWidth={1.75}
            className="col-start-2 justify-self-center text-muted"
          />
          <span className="col-start-2 flex min-w-0 pl-24">
            <Station icon={target.isFunction ? SquareFunction : Globe} {...target} />
          </span>
        </>
      )}
    </div>
  );
}

function Station({ icon: Icon, name, detail }: { icon: LucideIcon; name: string; detail: string }) {
  return (
    <span className="flex min-w-0 flex-1 items-center gap-8 rounded-8 border border-edge-strong px-8 py-8">
      <span className="grid size-32 shrink-0 place-items-center rounded-6 bg-neutral-ground text-neutral-text">
        <Icon aria-hidden size={16} strokeWidth={1.75} />
      </span>
      <span className="min-w-0">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-12 text-muted">{detail}</span>
      </span>
    </span>
  );
}
