'use client';

import { memo, useEffect, useRef, useState } from 'react';
import type { TailLine } from './tail-buffer';
import { LogLineRow } from './log-line';

/** Height of a line that does not wrap: the 13/20 step of the type scale. */
const lineHeight = 20;
/** Drawn this far outside of what is seen, so that scrolling finds lines and not gaps. */
const margin = '600px 0px';

/** A group of lines that is drawn only near what is seen; elsewhere it keeps its height. */
export const TailChunkRows = memo(function TailChunkRows(props: {
  lines: readonly TailLine[];
  zone: string;
  isWrapped: boolean;
  root: HTMLElement | null;
}) {
  const { lines, root } = props;
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(true);
  const [measured, setMeasured] = useState<number>();
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        if (!entry.isIntersecting) setMeasured(entry.boundingClientRect.height);
        setIsNear(entry.isIntersecting);
      },
      { root, rootMargin: margin },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
  return (
    <div ref={box} style={isNear ? undefined : { height: measured ?? lines.length * lineHeight }}>
      {isNear && lines.map((line) => <LogLineRow key={line.serial} {...props} line={line} />)}
    </div>
  );
});
