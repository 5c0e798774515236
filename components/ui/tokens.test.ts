import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

// Every text role on every ground it may stand on, and every graphic on the four page grounds, in both modes.
// A new role brings its pairs here.

const css = readFileSync(fileURLToPath(new URL('../../app/globals.css', import.meta.url)), 'utf8');
const modes = ['light', 'dark'] as const;
type Mode = (typeof modes)[number];

/** The last definition of each custom property, without Tailwind's own block. */
const definitions = new Map(
  [...css.slice(0, css.indexOf('@theme inline')).matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [
    match[1] ?? '',
    (match[2] ?? '').replace(/\s+/g, ' ').trim(),
  ]),
);

/** `#rrggbb` of a role in a mode: follows var() and light-dark(). */
function resolve(value: string, mode: Mode): string {
  const pair = /^light-dark\((.+?), ?(.+)\)$/.exec(value);
  if (pair) return resolve((mode === 'light' ? pair[1] : pair[2]) ?? '', mode);
  const name = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (name !== undefined) return roleColour(name, mode);
  if (!/^#[0-9a-f]{6}$/i.test(value)) throw new Error(`not a plain colour: ${value}`);
  return value;
}
function roleColour(role: string, mode: Mode): string {
  const definition = definitions.get(role);
  if (definition === undefined) throw new Error(`no such role: ${role}`);
  return resolve(definition, mode);
}

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(front: string, back: string): number {
  const [lighter = 0, darker = 0] = [luminance(front), luminance(back)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const pageGrounds = ['canvas', 'surface', 'raised', 'sunken'];
const allGrounds = [...pageGrounds, 'hover', 'pressed', 'selected'];
const statuses = ['success', 'warning', 'danger', 'info', 'neutral'];
const statusGrounds = statuses.map((status) => `${status}-ground`);
const codeRoles = [...definitions.keys()].filter((name) =>
  /^code-(text|comment|keyword|string|number|function|type|property|operator|invalid|line-number)$/.test(
    name,
  ),
);
const cross = (fronts: readonly string[], backs: readonly string[]) =>
  fronts.flatMap((front) => backs.map((back) => [front, back] as const));

const textPairs = [
  ...cross(['text', 'text-muted'], [...allGrounds, ...statusGrounds, 'accent-ground', 'code-ground']),
  ...cross(
    ['text'],
    ['diff-added-ground', 'diff-removed-ground', 'code-selection', 'diff-added-word', 'diff-removed-word'],
  ),
  ...cross(['text-faint'], pageGrounds),
  ...cross(['link', 'link-hover'], [...allGrounds, ...statusGrounds]),
  ...cross(['accent-text'], [...pageGrounds, 'accent-ground', 'selected']),
  ...statuses.flatMap((status) => cross([`${status}-text`], [...allGrounds, `${status}-ground`])),
  ...cross(['text-disabled'], ['disabled', 'surface', 'raised']),
  ...cross(['on-accent'], ['accent', 'accent-hover', 'accent-pressed']),
  ...cross(['on-danger'], ['danger-solid', 'danger-text']),
  ...cross(codeRoles, ['code-ground', 'code-line-active']),
  ...cross(['code-text'], ['code-selection']),
  ...cross(
    ['get', 'post', 'put', 'delete', 'any', 'options'].map((method) => `method-${method}`),
    allGrounds,
  ),
  ...cross(['chart-axis'], pageGrounds),
  ...[...definitions.keys()]
    .filter((name) => /^kind-\w+$/.test(name))
    .flatMap((kind) => cross([kind], [`${kind}-ground`])),
];

const graphicPairs = [
  ...cross(
    [
      ...statuses.map((status) => `${status}-solid`),
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `series-${n}`),
      'series-error',
      'series-ok',
      'flow-trigger',
      'flow-success',
      'flow-failure',
      'flow-reject',
      'focus',
      'accent',
      'edge-control',
      'connection-local',
      'connection-shared',
      'connection-production',
    ],
    pageGrounds,
  ),
  ...statuses.flatMap((status) => cross([`${status}-solid`], [`${status}-ground`])),
];

const least = { text: { light: 4.65, dark: 4.79 }, graphic: { light: 3.05, dark: 3.59 } };

function tooWeak(pairs: readonly (readonly [string, string])[], mode: Mode, limit: number): string[] {
  return pairs
    .map(([front, back]) => [front, back, contrast(roleColour(front, mode), roleColour(back, mode))] as const)
    .filter(([, , ratio]) => ratio < limit)
    .map(([front, back, ratio]) => `${front} on ${back}: ${ratio.toFixed(2)}`);
}

describe.each(modes)('%s', (mode) => {
  it('has readable text on every ground', () => {
    expect(tooWeak(textPairs, mode, least.text[mode])).toEqual([]);
  });
  it('has visible graphics on every page ground', () => {
    expect(tooWeak(graphicPairs, mode, least.graphic[mode])).toEqual([]);
  });
});

it('covers a number of pairs that says the lists above were read', () => {
  expect((textPairs.length + graphicPairs.length) * 2).toBeGreaterThan(528);
});

it('knows contrast', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
