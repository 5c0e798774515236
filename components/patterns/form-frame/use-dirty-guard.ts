'use client';

import { useEffect, useState } from 'react';
import { leaveEvent } from '@/components/patterns/leave-page';

const pathOf = (url: URL) => url.pathname + url.search + url.hash;

/**
 * Holds back the links of the page, the shell's shortcuts, the Back button and the closing of the tab while
 * `isDirty`. `heldHref` is where the reader wanted to go; the caller asks, then calls `release`.
 */
export function useDirtyGuard(isDirty: boolean) {
  const [heldHref, setHeldHref] = useState<string>();
  useEffect(() => {
    if (!isDirty) return;
    const handleClick = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link?.href || link.target === '_blank' || link.hasAttribute('download')) return;
      const url = new URL(link.href);
      const isSamePage = url.pathname === location.pathname && url.search === location.search;
      if (url.origin !== location.origin || isSamePage) return;
      event.preventDefault();
      event.stopPropagation();
      setHeldHref(pathOf(url));
    };
    const handleLeave = (event: Event) => {
      event.preventDefault();
      if (event instanceof CustomEvent && typeof event.detail === 'string') setHeldHref(event.detail);
    };
    // Back and Forward. Other ways come through the two above, before the router has drawn anything.
    const handleNavigate = (event: Event) => {
      const { navigationType, destination } = event as Event & {
        readonly navigationType?: string;
        readonly destination?: { readonly url: string };
      };
      if (navigationType !== 'traverse' || !event.cancelable || !destination) return;
      event.preventDefault();
      setHeldHref(pathOf(new URL(destination.url)));
    };
    const handleUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // Browsers without it let the Back button go; they ask nothing that a page could answer.
    const history = 'navigation' in window ? (window.navigation as EventTarget) : undefined;
    document.addEventListener('click', handleClick, true);
    document.addEventListener(leaveEvent, handleLeave);
    history?.addEventListener('navigate', handleNavigate);
    window.addEventListener('beforeunload', handleUnload);
    return () => {
      document.removeEventListener('click', handleClick, true);
      document.removeEventListener(leaveEvent, handleLeave);
      history?.removeEventListener('navigate', handleNavigate);
      window.removeEventListener('beforeunload', handleUnload);
    };
  }, [isDirty]);
  return { heldHref, release: () => setHeldHref(undefined) };
}
