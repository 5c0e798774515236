import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { budgetProblems, checkBudgets, weighPages } from './budgets.ts';

let folder: string;
const write = async (name: string, text: string) => {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), text);
};
const page = '/c/[connection]/[region]/functions';
/** Text that gzip cannot shrink much: each hexadecimal digit is worth half a byte. */
const noise = (bytes: number) =>
  Array.from({ length: bytes / 4 }, () => Math.floor(Math.random() * 2 ** 32).toString(16)).join('');

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lambdeck-budget-'));
  await write('build-manifest.json', JSON.stringify({ rootMainFiles: ['static/main.js'] }));
  await write('static/main.js', noise(1000));
  await write('static/page.js', noise(1000));
  await write('static/page.css', 'a{color:red}');
  const manifest = {
    entryJSFiles: { layout: ['static/main.js', 'static/page.js'], page: ['static/page.js'] },
    entryCSSFiles: { page: [{ path: 'static/page.css' }] },
  };
  await write(
    'server/app/(signed-in)/c/[connection]/[region]/functions/page_client-reference-manifest.js',
    `globalThis.__RSC_MANIFEST=(globalThis.__RSC_MANIFEST||{});globalThis.__RSC_MANIFEST["/page"]=${JSON.stringify(manifest)};`,
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('weighPages', () => {
  it('counts each file of a page once and leaves groups out of its name', async () => {
    const [weight] = await weighPages(folder);
    expect(weight?.route).toBe(page);
    expect(weight?.scriptKb).toBeGreaterThan(1.8);
    expect(weight?.scriptKb).toBeLessThan(2.8);
    expect(weight?.styleKb).toBeGreaterThan(0);
  });
});

describe('budgetProblems', () => {
  it('names the page, its weight and its budget', () => {
    expect(budgetProblems([{ route: page, scriptKb: 191, styleKb: 16 }])).toEqual([
      `${page}: 191 KB of script, the budget of list is 190 KB.`,
      `${page}: 16.0 KB of style, the budget is 15 KB.`,
    ]);
    expect(budgetProblems([{ route: page, scriptKb: 190, styleKb: 15 }])).toEqual([]);
  });
});

describe('checkBudgets', () => {
  it('fails without a build, and with a build that has no page', async () => {
    expect(await checkBudgets(path.join(folder, 'none'))).toHaveLength(1);
    await rm(path.join(folder, 'server'), { recursive: true });
    expect(await checkBudgets(folder)).toEqual(['The build has no page to weigh.']);
  });
});
