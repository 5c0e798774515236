'use client';

import { ArrowDown } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { useReaderZone } from './reader-zone';
import { chunksOf, type TailBuffer } from './tail-buffer';
import { TailChunkRows } from './tail-chunk';

/** Closer than this to the end counts as at the end, in pixels. */
const endMargin = 24;

/** The lines of a Live Tail, the newest at the bottom. Stays at the end until someone scrolls up. */
export function TailView({ tail, isWrapped }: { tail: TailBuffer; isWrapped: boolean }) {
  const t = useTranslations('monitor.tail');
  const zone = useReaderZone();
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  /** How many lines had come in when the reader left the end; undefined at the end. */
  const [leftAt, setLeftAt] = useState<number>();
  const chunks = useMemo(() => chunksOf(tail.lines), [tail.lines]);

  // Heights change when lines come in, wrap or are drawn again: whoever is at the end stays there.
  useEffect(() => {
    if (!scroller || !content.current) return undefined;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) scroller.scrollTop = scroller.scrollHeight;
    });
    observer.observe(content.current);
    return () => observer.disconnect();
  }, [scroller]);

  const handleScroll = () => {
    if (!scroller) return;
    isAtEnd.current = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < endMargin;
    setLeftAt((before) => (isAtEnd.current ? undefined : (before ?? tail.count)));
  };
  const fresh = leftAt === undefined ? 0 : tail.count - leftAt;
  return (
    <div className="relative">
      <div
        ref={setScroller}
        role="log"
        aria-live="off"
        aria-label={t('lines')}
        tabIndex={0}
        onScroll={handleScroll}
        className="h-split overflow-auto bg-code-ground py-8 font-mono text-13 text-code-text"
      >
        <div ref={content} className={isWrapped ? '' : 'w-max min-w-full'}>
          {chunks.map((chunk) => (
            <TailChunkRows
              key={chunk.id}
              lines={chunk.lines}
              zone={zone}
              isWrapped={isWrapped}
              root={scroller}
            />
          ))}
        </div>
      </div>
      {fresh > 0 && (
        <div className="absolute inset-x-0 bottom-12 flex justify-center">
          <Button
            size="small"
            icon={<ArrowDown aria-hidden size={16} strokeWidth={1.75} />}
            onClick={() => scroller?.scrollTo({ top: scroller.scrollHeight })}
          >
            {t('fresh', { count: fresh })}
          </Button>
        </div>
      )}
    </div>
  );
}
