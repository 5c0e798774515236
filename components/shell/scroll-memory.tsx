'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';

const sheetId = 'content';
const keptMax = 50;
const positions = new Map<string, number>();

/**
 * Puts the sheet back where it was when the reader goes back. The browser does this for the window only, and here
 * the sheet scrolls, so that bars can dock to its edges.
 */
export function ScrollMemory() {
  const address = `${usePathname()}?${useSearchParams().toString()}`;
  const isGoingBack = useRef(false);
  useEffect(() => {
    const handlePop = () => {
      isGoingBack.current = true;
    };
    window.addEventListener('popstate', handlePop);
    return () => window.removeEventListener('popstate', handlePop);
  }, []);
  useEffect(() => {
    const sheet = document.getElementById(sheetId);
    if (!sheet) return;
    if (isGoingBack.current) sheet.scrollTop = positions.get(address) ?? 0;
    isGoingBack.current = false;
    const handleScroll = () => {
      positions.delete(address);
      positions.set(address, sheet.scrollTop);
      const [oldest] = positions.keys();
      if (positions.size > keptMax && oldest !== undefined) positions.delete(oldest);
    };
    sheet.addEventListener('scroll', handleScroll, { passive: true });
    return () => sheet.removeEventListener('scroll', handleScroll);
  }, [address]);
  return null;
}
