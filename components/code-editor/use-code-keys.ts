'use client';

import { useEffect, useRef } from 'react';

/** ⌘⇧U deploys and ⌘S keeps the draft, with Ctrl elsewhere; also while the editor has focus. */
export function useCodeKeys(acts: { readonly onDeploy: () => void; readonly onSave: () => void }): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'u' && event.shiftKey) latest.current.onDeploy();
      else if (key === 's' && !event.shiftKey) latest.current.onSave();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // In the capture phase, before the editor looks at the key.
    window.addEventListener('keydown', handleKey, true);
    return () => window.removeEventListener('keydown', handleKey, true);
  }, []);
}
