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
