import type { ReactNode } from 'react';

/** One key cap. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid h-20 min-w-20 place-items-center rounded-4 border border-edge-strong bg-sunken px-4 font-sans text-12 text-muted">
      {children}
    </kbd>
  );
}
