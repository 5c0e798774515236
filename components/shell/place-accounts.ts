'use client';

import { useSyncExternalStore } from 'react';

/** Account numbers that pages learned after the shell was drawn, by connection. */
let accounts: Readonly<Record<string, string>> = {};
const listeners = new Set<() => void>();

export function rememberAccount(connectionId: string, accountId: string): void {
  if (accounts[connectionId] === accountId) return;
  accounts = { ...accounts, [connectionId]: accountId };
  for (const notify of listeners) notify();
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => {
    listeners.delete(onChange);
  };
}

/** The account number of a connection, as far as it is known; `drawn` is what the server knew. */
export function useAccount(connectionId: string, drawn: string | undefined): string | undefined {
  return useSyncExternalStore(
    subscribe,
    () => accounts[connectionId] ?? drawn,
    () => drawn,
  );
}
