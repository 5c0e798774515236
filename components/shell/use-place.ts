'use client';

import { useParams } from 'next/navigation';
import type { Place } from '@/lib/routes';

const textOf = (value: string | string[] | undefined) =>
  typeof value === 'string' ? decodeURIComponent(value) : undefined;

/** The place in the address, else `fallback`: where the reader was before. */
export function usePlace(fallback: Place): Place {
  const params = useParams();
  const connectionId = textOf(params.connection);
  const region = textOf(params.region);
  return connectionId && region ? { connectionId, region } : fallback;
}

/** Name of the function that the page is about, if any. */
export function useFunctionName(): string | undefined {
  return textOf(useParams().functionName);
}
