import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)),
      // The marker package throws outside of a React server bundle; tests run the server rooms in Node.
      'server-only': fileURLToPath(new URL('lib/tools/server-only-stub.ts', import.meta.url)),
      // As in next.config.js: texts are compiled before they are formatted.
      'use-intl/format-message': 'use-intl/format-message/format-only',
    },
  },
  test: {
    include: ['{app,components,lib}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Tests of the endpoint as a program run its bundle.
    globalSetup: 'lib/tools/set-up-unit-tests.ts',
    server: { deps: { inline: ['use-intl'] } },
    // Most tests wait for a process or a socket; one core left idle, as is the default, makes the run twice as long.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
