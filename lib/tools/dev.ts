import { existsSync } from 'node:fs';
import { assertPortUsable } from './addresses.ts';
import { inProject, print } from './project.ts';
import { publicAddresses } from './programs.ts';
import { programEnvironment, readSettings } from './settings.ts';
import { startProgram, superviseUntilStopped, type RunningProgram } from './supervisor.ts';

/** Console in development mode and endpoint from source, together; Ctrl-C stops both. */
export async function run(): Promise<number> {
  const settings = readSettings();
  const { host, port, endpointHost, endpointPort } = settings;
  const addresses = publicAddresses(settings);
  const env = programEnvironment(settings);
  const endpointMain = inProject('lib/endpoint/main.ts');
  const hasEndpoint = existsSync(endpointMain);
  await assertPortUsable(host, port, 'PORT');
  if (hasEndpoint) await assertPortUsable(endpointHost, endpointPort, 'LAMBDECK_ENDPOINT_PORT');

  const programs: RunningProgram[] = [];
  if (hasEndpoint) {
    programs.push(
      startProgram({ name: 'The endpoint', args: ['--import', 'tsx', endpointMain], env, output: 'direct' }),
    );
    print(`Endpoint  ${addresses.endpoint}`);
  } else {
    print('Endpoint  not started: lib/endpoint/main.ts does not exist.');
  }
  const nextBin = inProject('node_modules/next/dist/bin/next');
  programs.push(
    startProgram({
      name: 'The console',
      args: [nextBin, 'dev', '--hostname', host, '--port', String(port)],
      env,
      output: 'direct',
    }),
  );
  print(`Console   ${addresses.console}`);
  return superviseUntilStopped(programs);
}
