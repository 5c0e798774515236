/** A fact this program relies on did not hold: our fault, not the user's. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** Stops with an InvariantError when `condition` is false; `message` says which fact was broken. */
export function assertInvariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}
