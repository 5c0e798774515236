import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect } from '../fixtures/test.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Ways in which every page is looked at. */
const looks = [
  { name: 'light', theme: 'light', density: 'comfortable' },
  { name: 'dark', theme: 'dark', density: 'comfortable' },
  { name: 'compact', theme: 'light', density: 'compact' },
] as const;

/** Opens each page, waits until it has what it asked for, and looks at it in every look. */
export async function expectAccessiblePages(
  page: Page,
  pages: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [what, url] of Object.entries(pages)) {
    await test.step(what, async () => {
      await page.goto(url);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      await expectAccessible(page, what);
    });
  }
}

/** Runs axe in every look and reads the words of what is shown; an empty page proves nothing and fails. */
export async function expectAccessible(page: Page, what: string, isMenuOpen = false): Promise<void> {
  await page.evaluate(axe);
  for (const look of looks) {
    await wear(page, look);
    await expectStill(page);
    await expectNoViolation(page, `${what}, ${look.name}`, isMenuOpen);
  }
  await expectWords(page, what);
}

async function expectNoViolation(page: Page, what: string, isMenuOpen: boolean): Promise<void> {
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
}

async function expectWords(page: Page, what: string): Promise<void> {
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

/**
 * Waits for what fades: half-faded words have no contrast. A spinner turns for ever and may; in a closed `details`
 * nothing moves on, and nothing is seen.
 */
async function expectStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isSeen = (effect: AnimationEffect | null) =>
      effect instanceof KeyframeEffect &&
      effect.target?.checkVisibility({ contentVisibilityAuto: true }) === true &&
      effect.getComputedTiming().endTime !== Infinity;
    const ends = document
      .getAnimations()
      .filter(({ effect }) => isSeen(effect))
      .map(async ({ finished }) => finished.catch(() => undefined));
    await Promise.all(ends);
  });
}

/** Puts a look on the page that is open, as the switches of theme and density do. */
async function wear(page: Page, look: (typeof looks)[number]): Promise<void> {
  await page.evaluate(({ theme, density }) => {
    const root = document.documentElement;
    root.classList.remove('light', 'dark');
    root.classList.add(theme);
    root.dataset.density = density;
  }, look);
}
