'use client';

import { SquareFunction } from 'lucide-react';
import { useEffect, useState } from 'react';
import { apiRoutes } from '@/lib/api-routes';
import type { ActionResult } from '@/lib/domain/console-error';
import { type Place, routes, withQuery } from '@/lib/routes';
import type { PaletteItem } from './palette-items';

/** What the search route answers. */
type Found = readonly { readonly name: string; readonly description: string; readonly runtime: string }[];

const typingPauseMs = 80;
const textLengthMax = 140;

interface Answer {
  readonly text: string;
  readonly items: readonly PaletteItem[];
  readonly failed?: string;
}

/** Functions of a place whose name holds `text`, from the server's index; the last answer stays until the next. */
export function useFunctionSearch(place: Place, text: string, isOn: boolean): Answer {
  const [answer, setAnswer] = useState<Answer>({ text: '', items: [] });
  const { connectionId, region } = place;
  useEffect(() => {
    if (!isOn) return;
    const here = { connectionId, region };
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const query = text.trim().slice(0, textLengthMax);
        const response = await fetch(withQuery(apiRoutes.search(here), { q: query }), {
          signal: abort.signal,
        });
        const result = (await response.json()) as ActionResult<Found>;
        if (abort.signal.aborted) return;
        if (result.ok) setAnswer({ text, items: result.data.map((found) => toItem(here, found)) });
        else setAnswer({ text, items: [], failed: result.error.message });
      } catch (error) {
        if (!abort.signal.aborted) setAnswer({ text, items: [], failed: String(error) });
      }
    }, typingPauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [connectionId, region, text, isOn]);
  return answer;
}

function toItem(place: Place, found: Found[number]): PaletteItem {
  return {
    id: `function:${found.name}`,
    group: 'functions',
    label: found.name,
    detail: [found.runtime, found.description].filter(Boolean).join(' · '),
    icon: SquareFunction,
    href: routes.function(place, found.name),
  };
}
