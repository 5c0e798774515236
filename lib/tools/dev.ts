import { existsSync } from 'node:fs';
import { assertPortFree } from './addresses.ts';
import { inProject, print } from './project.ts';
import { addressHost, readAddresses } from './settings.ts';
import { startProgram, superviseUntilStopped, type RunningProgram } from './supervisor.ts';

/** Console in development mode and endpoint from source, together; Ctrl-C stops both. */
export async function run(): Promise<number> {
  const { host, port, endpointPort } = readAddresses();
  const endpointMain = inProject('lib/endpoint/main.ts');
  const hasEndpoint = existsSync(endpointMain);
  await assertPortFree(host, port, 'PORT');
  if (hasEndpoint) await assertPortFree(host, endpointPort, 'LAMBDECK_ENDPOINT_PORT');

  const programs: RunningProgram[] = [];
  if (hasEndpoint) {
    programs.push(
      startProgram({ name: 'The endpoint', args: ['--import', 'tsx', endpointMain], output: 'direct' }),
    );
    print(`Endpoint  http://${addressHost(host)}:${endpointPort}`);
  } else {
    print('Endpoint  not started: lib/endpoint/main.ts does not exist.');
  }
  const nextBin = inProject('node_modules/next/dist/bin/next');
  programs.push(
    startProgram({
      name: 'The console',
      args: [nextBin, 'dev', '--hostname', host, '--port', String(port)],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
      output: 'direct',
    }),
  );
  print(`Console   http://${addressHost(host)}:${port}`);
  return superviseUntilStopped(programs);
}
