// lambda-local has no server: it runs a handler inside the caller's process. Arguments: handler file, callers,
// milliseconds. Prints one line of JSON.
import { createRequire } from 'node:module';

const [, , folder, handlerFile, callers, durationMs] = process.argv;
const { execute, setLogger } = createRequire(`${folder}/`)('lambda-local');
const silent = () => {};
setLogger?.({ log: silent, info: silent, warn: silent, error: silent, debug: silent });

const latencies = [];
const startedAt = performance.now();
const deadline = startedAt + Number(durationMs);
await Promise.all(
  Array.from({ length: Number(callers) }, async () => {
    while (performance.now() < deadline) {
      const sentAt = performance.now();
      await execute({
        event: {},
        lambdaPath: handlerFile,
        lambdaHandler: 'handler',
        timeoutMs: 3000,
        verboseLevel: 0,
      });
      latencies.push(performance.now() - sentAt);
    }
  }),
);
latencies.sort((left, right) => left - right);
const at = (share) => latencies[Math.floor(latencies.length * share)];
const requestsPerSecond = latencies.length / ((performance.now() - startedAt) / 1000);
process.stdout.write(
  `${JSON.stringify({ requestsPerSecond, p50Ms: at(0.5), p99Ms: at(0.99), failures: 0 })}\n`,
);
process.exit(0);
