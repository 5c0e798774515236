import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { routes, type Place } from '../../lib/routes.ts';
import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Ways in which every page is looked at; set as a person would find them: in the browser and in the cookies. */
const looks = [
  { name: 'light', theme: 'light', density: 'comfortable' },
  { name: 'dark', theme: 'dark', density: 'comfortable' },
  { name: 'compact', theme: 'light', density: 'compact' },
] as const;

/** Runs axe and reads the words of the page; an empty page proves nothing and fails. */
async function expectAccessible(page: Page, what: string, isMenuOpen = false): Promise<void> {
  await page.evaluate(axe);
  const results = await page.evaluate(async (isMenu) => {
    const { axe: engine } = globalThis as unknown as { axe: typeof import('axe-core') };
    // Base UI's focus guards send the focus back into the open layer: hidden and focusable on purpose.
    const what = { include: [['html']], exclude: [['[data-base-ui-focus-guard]']] };
    return (await engine.run(what, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Experimental, and counts a shortcut hint that is hidden from names as a part of the visible label.
      // An open menu belongs to its button, not to a landmark; axe knows that of dialogs only.
      rules: { 'label-content-name-mismatch': { enabled: false }, region: { enabled: !isMenu } },
      resultTypes: ['violations'],
    })) as AxeResults;
  }, isMenuOpen);
  const found = results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n    ${node.target.join(' ')}\n    ${node.html.slice(0, 160)}`),
  );
  expect.soft(found, `${what}: ${found.join('\n')}`).toEqual([]);
  expect(results.passes.length + results.incomplete.length, `${what}: axe looked at nothing`).toBeGreaterThan(
    0,
  );

  const words = await page.evaluate(() => {
    const labels = [...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].flatMap(
      (element) =>
        ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.body.innerText, ...labels].join('\n');
  });
  expect(words.trim().length, `${what} is empty`).toBeGreaterThan(40);
  // The editor shows source code, where these words may stand with reason.
  const broken = /\bundefined\b|\bNaN\b|\[object /.exec(words);
  expect(
    broken?.[0],
    `${what} says ${words.slice(Math.max(0, (broken?.index ?? 0) - 60), (broken?.index ?? 0) + 60)}`,
  ).toBeUndefined();
}

function pagesOf(place: Place, name: string): Record<string, string> {
  return {
    'functions list': routes.functions(place),
    'create function': routes.createFunction(place),
    code: routes.functionTab(place, name, 'code'),
    test: routes.functionTab(place, name, 'test'),
    monitor: routes.functionTab(place, name, 'monitor'),
    metrics: routes.monitorView(place, name, 'metrics'),
    traces: routes.monitorView(place, name, 'traces'),
    triggers: routes.configuration(place, name, 'triggers'),
    'add trigger': routes.addTrigger(place, name),
    'add bucket trigger': routes.addTrigger(place, name, { kind: 's3' }),
    destinations: routes.configuration(place, name, 'destinations'),
    'add destination': routes.editDestination(place, name),
    'monitoring tools': routes.configuration(place, name, 'monitoring'),
    'edit monitoring tools': routes.editConfiguration(place, name, 'monitoring'),
    VPC: routes.configuration(place, name, 'vpc'),
    'edit VPC': routes.editConfiguration(place, name, 'vpc'),
    'RDS databases': routes.configuration(place, name, 'rds'),
    'file systems': routes.configuration(place, name, 'file-systems'),
    'edit file system': routes.editConfiguration(place, name, 'file-systems'),
    general: routes.configuration(place, name, 'general'),
    environment: routes.configuration(place, name, 'environment'),
    tags: routes.configuration(place, name, 'tags'),
    'edit general': routes.editConfiguration(place, name, 'general'),
    'edit environment': routes.editConfiguration(place, name, 'environment'),
    'edit tags': routes.editConfiguration(place, name, 'tags'),
    versions: routes.functionTab(place, name, 'versions'),
    aliases: routes.functionTab(place, name, 'aliases'),
    'create alias': routes.createAlias(place, name),
    concurrency: routes.configuration(place, name, 'concurrency'),
    permissions: routes.configuration(place, name, 'permissions'),
    'function URL': routes.configuration(place, name, 'function-url'),
    'asynchronous invocation': routes.configuration(place, name, 'async-invocation'),
    'edit concurrency': routes.editConfiguration(place, name, 'concurrency'),
    'edit permissions': routes.editConfiguration(place, name, 'permissions'),
    'edit function URL': routes.editConfiguration(place, name, 'function-url'),
    'edit asynchronous invocation': routes.editConfiguration(place, name, 'async-invocation'),
    'missing function': routes.functionTab(place, 'no-such-function', 'code'),
    connections: routes.connections(),
    'new connection': routes.newConnection(),
    audit: routes.audit(),
    settings: routes.settings(),
  };
}

for (const look of looks) {
  test(`every page, ${look.name}`, async ({ aws, baseURL, context, page, place }) => {
    test.slow();
    await using fn = await createFunction(aws, {
      Environment: { Variables: { STAGE: 'test', API_TOKEN: 'abc' } },
      Tags: { team: 'orders' },
      Description: 'Adds up a cart',
    });
    const preferences = JSON.stringify({ theme: look.theme, density: look.density });
    await context.addCookies([
      { name: 'lambdeck-preferences', value: encodeURIComponent(preferences), url: baseURL ?? '' },
    ]);
    for (const [what, url] of Object.entries(pagesOf(place, fn.name))) {
      await test.step(what, async () => {
        await page.goto(url);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
        await expectAccessible(page, `${what}, ${look.name}`);
      });
    }
  });

  test(`open dialogs and menus, ${look.name}`, async ({ aws, functionPage, functionsPage, page, shell }) => {
    await using fn = await createFunction(aws);
    await functionsPage.goto();
    await functionsPage.refresh();
    await test.step('command palette', async () => {
      await expect(await shell.openPalette()).toBeVisible();
      await expectAccessible(page, `palette, ${look.name}`);
      await page.keyboard.press('Escape');
    });
    await test.step('delete', async () => {
      await functionsPage.select(fn.name);
      await functionsPage.selection.getByRole('button', { name: 'Delete' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, `delete, ${look.name}`);
      await page.keyboard.press('Escape');
    });
    await test.step('actions', async () => {
      await functionPage.goto(fn.name);
      await page.getByRole('button', { name: 'Actions', exact: true }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await expectAccessible(page, `actions, ${look.name}`, true);
    });
  });
}
