import path from 'node:path';
import * as z from 'zod';
import { publicAddresses } from './programs.ts';
import { projectFolder } from './project.ts';
import type { Settings } from './settings.ts';

/** The part of the endpoint's health answer that a person starting it wants to know. */
const endpointHealth = z.object({
  isolation: z.string().optional(),
  runtimes: z
    .array(z.object({ identifiers: z.array(z.string()), version: z.string(), path: z.string().optional() }))
    .default([]),
  recovered: z.array(z.string()).default([]),
});

const isolationMeaning: Readonly<Record<string, string>> = {
  portable: 'own process for each environment, memory and time watched',
  linux: 'own process for each environment, limits set by the kernel',
  sandbox: 'own namespaces and file system for each environment',
};

/** The block printed once both programs answer; `health` is the endpoint's health answer, `readyMs` the wait. */
export function startupNotice(settings: Settings, health: unknown, readyMs: number): string {
  const { console, endpoint } = publicAddresses(settings);
  const parsed = endpointHealth.safeParse(health);
  const { isolation = 'unknown', runtimes = [], recovered = [] } = parsed.success ? parsed.data : {};
  const meaning = isolationMeaning[isolation];
  const found = runtimes.map((runtime) => `${runtime.version} (${runtime.identifiers.join(', ')})`);
  const rows: [string, string][] = [
    ['Console', console],
    ['Endpoint', endpoint],
    ['Isolation', meaning === undefined ? isolation : `${isolation}: ${meaning}`],
    ['Runtimes', found[0] ?? 'none found: functions can be created, but not run'],
    ...found.slice(1).map((line): [string, string] => ['', line]),
    ['Data', shortPath(settings.dataFolder)],
    ...recovered.map((line, index): [string, string] => [index === 0 ? 'Recovered' : '', line]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
  return [
    '',
    `  Lambdeck is ready (${(readyMs / 1000).toFixed(1)} s). Ctrl-C stops it.`,
    '',
    ...lines,
    '',
  ].join('\n');
}

/** Relative to the checkout where that is shorter to read. */
function shortPath(folder: string): string {
  const relative = path.relative(projectFolder, folder);
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? folder : relative;
}
