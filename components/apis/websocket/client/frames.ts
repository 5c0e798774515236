import type { SocketEvent } from '@/lib/domain/api-socket';

/** One line of the log of a connection. */
export interface Frame {
  readonly id: number;
  readonly event: Exclude<SocketEvent, { kind: 'failed' }>;
}

export interface FrameLog {
  readonly frames: readonly Frame[];
  /** Frames that came before those that are kept. */
  readonly dropped: number;
  readonly received: number;
  readonly sent: number;
  readonly nextId: number;
}

export const emptyLog: FrameLog = { frames: [], dropped: 0, received: 0, sent: 0, nextId: 1 };

const framesMax = 500;
const charactersMax = 4_000_000;

const lengthOf = ({ event }: Frame) => (event.kind === 'frame' ? event.text.length : 200);

/** The log with one more event; the oldest are dropped beyond what a page can hold. */
export function appendEvent(log: FrameLog, event: Frame['event']): FrameLog {
  const frames = [...log.frames, { id: log.nextId, event }];
  let characters = frames.reduce((sum, frame) => sum + lengthOf(frame), 0);
  let drop = 0;
  while (frames.length - drop > 1 && (frames.length - drop > framesMax || characters > charactersMax)) {
    const oldest = frames[drop];
    characters -= oldest ? lengthOf(oldest) : 0;
    drop += 1;
  }
  const isFrame = event.kind === 'frame';
  return {
    frames: frames.slice(drop),
    dropped: log.dropped + drop,
    received: log.received + (isFrame && event.direction === 'in' ? 1 : 0),
    sent: log.sent + (isFrame && event.direction === 'out' ? 1 : 0),
    nextId: log.nextId + 1,
  };
}
