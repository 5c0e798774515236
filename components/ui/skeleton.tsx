/** Where text or a control will stand. Give it real measures: `className="h-16 w-search"`. Unseen for 150 ms. */
export function Skeleton({ className = '' }: { className?: string }) {
  return <span aria-hidden className={`block animate-late rounded-4 bg-pressed ${className}`} />;
}
