import type { LogLine } from '@/lib/domain/logs';

/** A line of a Live Tail; serials go up by one and are never used again. */
export interface TailLine extends LogLine {
  readonly serial: number;
}

export interface TailBuffer {
  readonly lines: readonly TailLine[];
  /** How many lines have come in altogether. */
  readonly count: number;
}

/** More lines are dropped at the front. */
export const tailLinesMax = 5_000;
/** Lines that are drawn, or left out, together. */
const chunkLines = 100;

export const emptyTail: TailBuffer = { lines: [], count: 0 };

export function appendLines({ lines, count }: TailBuffer, added: readonly LogLine[]): TailBuffer {
  const numbered = added.map((line, index) => ({ ...line, serial: count + index }));
  return { lines: [...lines, ...numbered].slice(-tailLinesMax), count: count + added.length };
}

export interface TailChunk {
  readonly id: number;
  readonly lines: readonly TailLine[];
}

/** Lines in groups that keep their id while lines are dropped at the front. */
export function chunksOf(lines: readonly TailLine[]): TailChunk[] {
  const chunks: { id: number; lines: TailLine[] }[] = [];
  for (const line of lines) {
    const id = Math.floor(line.serial / chunkLines);
    const last = chunks.at(-1);
    if (last?.id === id) last.lines.push(line);
    else chunks.push({ id, lines: [line] });
  }
  return chunks;
}
