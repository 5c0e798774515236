import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { inProject, print } from './project.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const installLimitMs = 5 * 60_000;

export type FoundBrowser =
  | { readonly isFound: true; readonly path: string }
  /** One line: what was tried, and what to do. */
  | { readonly isFound: false; readonly reason: string };

/**
 * A Chromium for the browser tests: the system's, else Playwright's own download, else Debian's package when we
 * are root and apt is there.
 */
export function findBrowser(): FoundBrowser {
  const present = systemBrowser() ?? downloadedBrowser();
  if (present !== undefined) return { isFound: true, path: present };

  print('No Chromium found; downloading the one of Playwright …');
  const cli = inProject('node_modules/playwright/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { timeout: installLimitMs, stdio: 'ignore' });
  const downloaded = downloadedBrowser();
  if (downloaded !== undefined) return { isFound: true, path: downloaded };

  if (process.getuid?.() === 0 && onPath(['apt-get']) !== undefined) {
    print("Playwright's download is not to be had; installing Debian's chromium …");
    const quiet = { timeout: installLimitMs, stdio: 'ignore' } as const;
    spawnSync('apt-get', ['update', '-q'], quiet);
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      ...quiet,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = systemBrowser();
    if (installed !== undefined) return { isFound: true, path: installed };
  }
  return {
    isFound: false,
    reason:
      "no Chromium on this machine, Playwright's download failed, and Debian's package could not be installed. " +
      'Install Chromium, or name one with LAMBDECK_BROWSER.',
  };
}

function systemBrowser(): string | undefined {
  const named = process.env.LAMBDECK_BROWSER;
  if (named) return named;
  return onPath(names) ?? macPaths.find((file) => existsSync(file));
}

/** The first of the programs that can be run from PATH. */
function onPath(programs: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  for (const name of programs) {
    const found = folders.map((folder) => path.join(folder, name)).find(isExecutable);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function downloadedBrowser(): string | undefined {
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}
