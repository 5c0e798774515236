// Runs a program that is not Node under a Node process that follows its starter: `node --import follow-parent.mjs
// foreign.mjs <program> <arguments>`. When the starter is gone, so is the program.

import { spawn } from 'node:child_process';

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
process.on('exit', () => child.kill('SIGKILL'));
child.on('error', (error) => {
  process.stderr.write(`${program} cannot be started: ${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 143)));
