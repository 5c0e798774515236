import { assertPortUsable } from './addresses.ts';
import { ensureEndpointBundle } from './builds.ts';
import { programEnvironment, readSettings } from './settings.ts';
import { startProgram, superviseUntilStopped } from './supervisor.ts';

/** The endpoint alone, in the foreground, for use with any AWS client. */
export async function run(): Promise<number> {
  const settings = readSettings();
  const bundle = await ensureEndpointBundle();
  await assertPortUsable(settings.endpointHost, settings.endpointPort, 'LAMBDECK_ENDPOINT_PORT');
  return superviseUntilStopped([
    startProgram({
      name: 'The endpoint',
      args: ['--enable-source-maps', bundle],
      env: programEnvironment(settings),
      output: 'direct',
    }),
  ]);
}
