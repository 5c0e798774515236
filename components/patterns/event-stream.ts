/** The messages of a stream of server-sent events, those together that came together. Ends with the stream. */
export async function* messagesOf<Message>(
  body: ReadableStream<BufferSource>,
): AsyncGenerator<readonly Message[]> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  const readEvents = createEventReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const messages = readEvents(value).map((data) => JSON.parse(data) as Message);
    if (messages.length > 0) yield messages;
  }
}

/** Collects the `data` of server-sent events out of pieces of text that may end anywhere. */
export function createEventReader(): (piece: string) => string[] {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => {
      const data = block
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice('data:'.length).trimStart());
      // A block without data is a heartbeat.
      return data.length > 0 ? [data.join('\n')] : [];
    });
  };
}
