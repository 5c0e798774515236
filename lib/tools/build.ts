import { ensureConsoleBuild, ensureEndpointBundle } from './builds.ts';
import { print } from './project.ts';

/** Builds both programs where they are out of date. */
export async function run(): Promise<number> {
  await ensureEndpointBundle();
  await ensureConsoleBuild();
  print('Both programs are built. Start them with: npm start');
  return 0;
}
