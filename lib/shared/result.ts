/** The outcome of something that may be refused in an expected way: refusals are values, surprises are thrown. */
export type Result<T, E> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: E };

/** Wraps a success. */
export function succeed<T>(data: T): { readonly ok: true; readonly data: T } {
  return { ok: true, data };
}

/** Wraps an expected refusal. */
export function refuse<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
