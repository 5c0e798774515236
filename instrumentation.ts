/** Runs once when a server process starts, before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { assertStartable, getConfig } = await import('@/lib/config');
  // The start tool asks the same first; this is for whoever runs the server without it.
  assertStartable(getConfig());
  const { noteCallers } = await import('@/lib/auth/caller-address');
  noteCallers();
}
