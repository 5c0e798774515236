/**
 * Reads along the bytes of a WebSocket and tells the length of every data frame as its head comes in. The library
 * bounds whole messages alone, and AWS bounds frames too.
 */
export function createFrameWatch(onFrame: (payloadBytes: number) => void) {
  let head: number[] = [];
  let toSkip = 0;

  /** What the head so far says: its own length, and the payload's once it is whole. */
  function readHead(): { readonly needed: number; readonly payload: number } {
    const [first = 0, second = 0] = head;
    const short = second & 0x7f;
    const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
    const needed = 2 + lengthBytes + (second & 0x80 ? 4 : 0);
    const payload = head.slice(2, 2 + lengthBytes).reduce((sum, byte) => sum * 256 + byte, 0);
    const isControl = (first & 0x08) !== 0;
    if (head.length === needed && !isControl) onFrame(lengthBytes === 0 ? short : payload);
    return { needed, payload: lengthBytes === 0 ? short : payload };
  }

  return (chunk: Uint8Array): void => {
    let at = 0;
    while (at < chunk.length) {
      if (toSkip > 0) {
        const skipped = Math.min(toSkip, chunk.length - at);
        toSkip -= skipped;
        at += skipped;
        continue;
      }
      head.push(chunk[at] ?? 0);
      at += 1;
      if (head.length < 2) continue;
      const { needed, payload } = readHead();
      if (head.length < needed) continue;
      toSkip = payload;
      head = [];
    }
  };
}
