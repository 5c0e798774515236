import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  process.stderr.write(
    `The Lambdeck endpoint needs Node.js 20.9 or newer; this is ${process.versions.node}. Install a newer Node.js.\n`,
  );
  process.exit(1);
}

// Loaded after the check: an old Node would stop at its syntax without a word that helps.
const { run } = await import('./assembly/run.ts');
const code = await run({ samples: fileURLToPath(new URL('./samples', import.meta.url)) });
// Nothing is left to wait for; a stray handle must not keep a stopped endpoint alive.
process.exit(code);
