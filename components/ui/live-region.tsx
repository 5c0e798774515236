'use client';

import { useEffect, useState } from 'react';

const listeners = new Set<(text: string) => void>();

/** Says `text` once to screen readers, politely. Does nothing where no LiveRegion is mounted. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

/** The one live region of the console; mounted by the shell. */
export function LiveRegion() {
  const [spoken, setSpoken] = useState({ text: '', turn: 0 });
  useEffect(() => {
    const listener = (text: string) => setSpoken(({ turn }) => ({ text, turn: turn + 1 }));
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  // A new key makes the same words be said again.
  return (
    <div role="status" aria-live="polite" className="sr-only">
      <span key={spoken.turn}>{spoken.text}</span>
    </div>
  );
}
