import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { consoleFolder } from './builds.ts';
import { listFiles } from './files.ts';

/** What a page may weigh, in KB of gzip as transferred: first load, before anything that is loaded on demand. */
export interface PageBudget {
  readonly name: string;
  /** Routes of the app folder; the first budget that matches counts. */
  readonly routes: RegExp;
  readonly scriptKb: number;
}

const lists =
  'functions|map|bulk-changes|apis|audit|users|layers|dashboard|check-up|event-source-mappings|code-signing|capacity-providers|durable-executions|api-keys|' +
  'usage-plans|domain-names|vpc-links|client-certificates';
const formsBelow =
  'code|configuration|create|test|aliases|versions|layers|event-source-mappings|code-signing|capacity-providers|' +
  'connections|audit|' +
  'settings|sign-in|apis|api-keys|usage-plans|domain-names|vpc-links|client-certificates';

export const pageBudgets: readonly PageBudget[] = [
  { name: 'list', routes: new RegExp(`/(${lists})$`), scriptKb: 190 },
  // Pages of an API that only show: the overview, and the parts of each protocol.
  {
    name: 'list',
    routes: /\/apis\/\[apiId\](\/(rest|http|websocket)\/(?!requests|client)\w+)?$/,
    scriptKb: 190,
  },
  { name: 'code', routes: /\/code$/, scriptKb: 190 },
  { name: 'metrics', routes: /\/monitor(\/|$)/, scriptKb: 190 },
  // A workshop for those who build the console; nobody else opens it.
  { name: 'design', routes: /\/settings\/design$/, scriptKb: 300 },
  { name: 'designer', routes: /\/\[functionName\]$/, scriptKb: 230 },
  { name: 'forms', routes: new RegExp(`/(${formsBelow})(/|$)`), scriptKb: 240 },
  { name: 'shell', routes: /.*/, scriptKb: 145 },
];
export const styleKbMax = 15;
export const fontKbMax = 140;

export interface PageWeight {
  readonly route: string;
  readonly scriptKb: number;
  readonly styleKb: number;
}

interface ClientManifest {
  readonly entryJSFiles?: Readonly<Record<string, readonly string[]>>;
  readonly entryCSSFiles?: Readonly<Record<string, readonly { path: string }[]>>;
}

/** Bytes of script and style that each page of the build loads first, by Next's own manifests. */
export async function weighPages(folder: string = consoleFolder): Promise<PageWeight[]> {
  const appFolder = path.join(folder, 'server/app');
  const manifests = (await listFiles(appFolder, '.')).filter((file) =>
    file.endsWith('page_client-reference-manifest.js'),
  );
  const { rootMainFiles } = JSON.parse(await readFile(path.join(folder, 'build-manifest.json'), 'utf8')) as {
    rootMainFiles: readonly string[];
  };
  const sizes = new Map<string, number>();
  const kbOf = async (files: Iterable<string>) => {
    let bytes = 0;
    for (const file of new Set(files)) {
      let size = sizes.get(file);
      if (size === undefined) {
        size = gzipSync(await readFile(path.join(folder, file))).byteLength;
        sizes.set(file, size);
      }
      bytes += size;
    }
    return bytes / 1024;
  };
  const weights: PageWeight[] = [];
  for (const file of manifests) {
    const manifest = await readManifest(path.join(appFolder, file));
    const scripts = Object.values(manifest.entryJSFiles ?? {}).flat();
    const styles = Object.values(manifest.entryCSSFiles ?? {}).flat();
    weights.push({
      route: routeOf(file),
      scriptKb: await kbOf([...rootMainFiles, ...scripts]),
      styleKb: await kbOf(styles.map((style) => style.path)),
    });
  }
  return weights;
}

/** `c/[connection]/(group)/functions/page_client-reference-manifest.js` → `/c/[connection]/functions`. */
function routeOf(file: string): string {
  const parts = path.posix.dirname(file).split('/');
  const shown = parts.filter((part) => part !== '.' && !part.startsWith('('));
  return `/${shown.join('/')}`;
}

/** The manifest is a script that writes into a global; it runs in a context of its own. */
async function readManifest(file: string): Promise<ClientManifest> {
  const context: { __RSC_MANIFEST: Record<string, ClientManifest>; globalThis?: unknown } = {
    __RSC_MANIFEST: {},
  };
  context.globalThis = context;
  vm.runInNewContext(await readFile(file, 'utf8'), context, { timeout: 1000 });
  return Object.values(context.__RSC_MANIFEST)[0] ?? {};
}

/** One sentence for each page that is too heavy. */
export function budgetProblems(weights: readonly PageWeight[]): string[] {
  return weights.flatMap(({ route, scriptKb, styleKb }) => {
    const budget = pageBudgets.find(({ routes }) => routes.test(route));
    const problems: string[] = [];
    if (budget !== undefined && scriptKb > budget.scriptKb) {
      problems.push(
        `${route}: ${scriptKb.toFixed(0)} KB of script, the budget of ${budget.name} is ${budget.scriptKb} KB.`,
      );
    }
    if (styleKb > styleKbMax) {
      problems.push(`${route}: ${styleKb.toFixed(1)} KB of style, the budget is ${styleKbMax} KB.`);
    }
    return problems;
  });
}

/** Checks the build that is there; throws when there is none. */
export async function checkBudgets(folder: string = consoleFolder): Promise<string[]> {
  if (!existsSync(path.join(folder, 'build-manifest.json')))
    return ['There is no build to weigh: npm run build.'];
  const weights = await weighPages(folder);
  return weights.length === 0 ? ['The build has no page to weigh.'] : budgetProblems(weights);
}
