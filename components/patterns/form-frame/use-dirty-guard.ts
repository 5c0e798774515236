'use client';

import { useEffect, useState } from 'react';

/**
 * Holds back the links of the page and the closing of the tab while `isDirty`. `heldHref` is where the reader
 * wanted to go; the caller asks, then calls `release`.
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
      setHeldHref(url.pathname + url.search + url.hash);
    };
    const handleUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', handleClick, true);
    window.addEventListener('beforeunload', handleUnload);
    return () => {
      document.removeEventListener('click', handleClick, true);
      window.removeEventListener('beforeunload', handleUnload);
    };
  }, [isDirty]);
  return { heldHref, release: () => setHeldHref(undefined) };
}
