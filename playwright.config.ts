import { defineConfig } from '@playwright/test';

const browser = process.env.LAMBDECK_E2E_BROWSER;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: Number(process.env.LAMBDECK_E2E_WORKERS ?? 2),
  // A test that passes the second time is a finding, not a pass.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.LAMBDECK_E2E_REPORT ?? 'test-results/browser.json' }],
  ],
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    // Nothing of the product may need the network; a test that reaches out fails by itself.
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser }),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--host-resolver-rules=MAP rebound.test 127.0.0.1, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ],
    },
  },
  projects: [
    { name: 'journeys', testDir: 'e2e/tests' },
    { name: 'a11y', testDir: 'e2e/a11y' },
    { name: 'peers', testDir: 'e2e/peers' },
    { name: 'demos', testDir: 'e2e/demos', testMatch: '*.demo.ts' },
  ],
});
