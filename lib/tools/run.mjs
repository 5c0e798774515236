// The one entry of every npm script: `node lib/tools/run.mjs <command>`. Plain JavaScript, so that a Node that is
// too old gets a sentence instead of a syntax error.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  process.stderr.write(
    `Lambdeck needs Node.js 20.9 or newer; this is ${process.versions.node}. Install a newer Node.js and try again.\n`,
  );
  process.exit(1);
}

const [command = '', ...args] = process.argv.slice(2);
const commands = [
  'start',
  'dev',
  'build',
  'check',
  'test',
  'test-e2e',
  'test-peers',
  'demo',
  'bench',
  'endpoint',
  'generate',
];

const expectedNames = new Set(['ToolFailure', 'ConfigError']);

/** A failure that a person can act on is one line; anything else is our fault and shows where it came from. */
function fail(error) {
  const isExpected = error instanceof Error && expectedNames.has(error.name);
  process.stderr.write(`${isExpected ? error.message : (error?.stack ?? error)}\n`);
  process.exit(1);
}

if (!commands.includes(command)) {
  fail(
    Object.assign(new Error(`Unknown command "${command}". Known: ${commands.join(', ')}.`), {
      name: 'ToolFailure',
    }),
  );
}

try {
  const { register } = await import('tsx/esm/api');
  register();
} catch {
  fail(Object.assign(new Error('The dependencies are missing. Run: npm ci'), { name: 'ToolFailure' }));
}

try {
  const { run } = await import(`./${command}.ts`);
  process.exitCode = (await run(args)) ?? 0;
} catch (error) {
  fail(error);
}
