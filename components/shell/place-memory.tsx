'use client';

import { useEffect } from 'react';
import { lastPlaceCookieText } from '@/lib/preferences/last-place';
import type { Place } from '@/lib/routes';
import { rememberAccount } from './place-accounts';

/** Keeps where the reader is, for the pages that have no place of their own, and tells the top bar the account. */
export function PlaceMemory({ place, accountId }: { place: Place; accountId?: string }) {
  const { connectionId, region } = place;
  useEffect(() => {
    document.cookie = lastPlaceCookieText({ connectionId, region });
    if (accountId) rememberAccount(connectionId, accountId);
  }, [connectionId, region, accountId]);
  return null;
}
