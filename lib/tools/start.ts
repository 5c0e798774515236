import { assertPortUsable } from './addresses.ts';
import { ensureConsoleBuild, ensureEndpointBundle } from './builds.ts';
import { print } from './project.ts';
import { startConsole, startEndpoint } from './programs.ts';
import { readSettings } from './settings.ts';
import { startupNotice } from './startup-notice.ts';
import { stopRequested, superviseUntilStopped, type RunningProgram } from './supervisor.ts';

/** The whole product: builds what is out of date, starts endpoint and console, says where they are. */
export async function run(): Promise<number> {
  const settings = readSettings();
  await assertPortUsable(settings.host, settings.port, 'PORT');
  await assertPortUsable(settings.endpointHost, settings.endpointPort, 'LAMBDECK_ENDPOINT_PORT');
  const bundle = await ensureEndpointBundle();
  const server = await ensureConsoleBuild();

  const startedAt = performance.now();
  const programs: RunningProgram[] = [];
  try {
    const endpoint = startEndpoint(settings, bundle);
    programs.push(endpoint.program);
    const consoleProgram = startConsole(settings, server);
    programs.push(consoleProgram.program);
    const ready = await Promise.race([Promise.all([endpoint.ready, consoleProgram.ready]), stopRequested()]);
    if (ready !== undefined) {
      print(startupNotice(settings, ready[0], performance.now() - startedAt));
      for (const program of programs) program.release();
    }
  } catch (error) {
    await Promise.all(programs.map((program) => program.stop()));
    throw error;
  }
  return superviseUntilStopped(programs);
}
