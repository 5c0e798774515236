/** Does something for each name, at most `atOnce` at a time; `stop` lets those that have begun end. */
export async function runEach(
  names: readonly string[],
  atOnce: number,
  work: (name: string) => Promise<void>,
  stop: AbortSignal,
): Promise<void> {
  const waiting = [...names];
  const next = async () => {
    for (let name = waiting.shift(); name !== undefined && !stop.aborted; name = waiting.shift()) {
      await work(name);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, names.length) }, next));
}
