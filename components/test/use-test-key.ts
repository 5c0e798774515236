'use client';

import { useEffect, useEffectEvent } from 'react';

/** Ctrl or ⌘ + Shift + I runs the function, wherever the focus is. */
export function useTestKey(onTest: () => void) {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const isTest = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyI';
    if (!isTest) return;
    event.preventDefault();
    event.stopPropagation();
    onTest();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handleKey(event);
    // Before the editor, which has uses of its own for most keys.
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);
}
