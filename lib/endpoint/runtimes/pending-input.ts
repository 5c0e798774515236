let waiting: (() => void)[] = [];

/**
 * Runs `then` after everything that was written to our sockets before now has been read. Answers that come together
 * wait together: a turn of the event loop for each of them would cost more than what is then done.
 */
export function afterPendingInput(then: () => void): void {
  if (waiting.push(then) > 1) return;
  setImmediate(() => {
    const turn = waiting;
    waiting = [];
    // One whole poll phase lies between the two.
    setImmediate(() => turn.forEach(runAlone));
  });
}

/** What one of them throws is an error outside of any request, as it would be alone, and keeps no other from running. */
function runAlone(then: () => void): void {
  try {
    then();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
