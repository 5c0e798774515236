import { expect, it } from 'vitest';
import { layoutMap, mapMeasures } from './account-map-layout.ts';
import {
  buildAccountMap,
  filterMap,
  groupingTags,
  groupOf,
  readGrouping,
  type MapFunction,
  type MapLink,
} from './account-map.ts';

const arn = (service: string, resource: string) => `arn:aws:${service}:us-east-1:000000000000:${resource}`;
const fn = (name: string, tags: Record<string, string> = {}, hasProblem = false): MapFunction => ({
  name,
  arn: arn('lambda', `function:${name}`),
  detail: 'nodejs24.x',
  tags,
  hasProblem,
});
const link = (
  name: string,
  otherArn: string,
  flow: MapLink['flow'] = 'trigger',
  isPaused = false,
): MapLink => ({
  functionArn: arn('lambda', `function:${name}`),
  otherArn,
  flow,
  isPaused,
});
const everything = { text: '', problemsOnly: false, isolated: undefined };

it('groups by stack, by prefix and by tag', () => {
  const tagged = fn('orders-in', { 'aws:cloudformation:stack-name': 'shop', env: 'prod' });
  expect(groupOf(tagged, 'application')).toBe('shop');
  expect(groupOf(tagged, 'prefix')).toBe('orders');
  expect(groupOf(tagged, 'tag:env')).toBe('prod');
  expect(groupOf(fn('lonely'), 'prefix')).toBe('');
  expect(groupingTags([tagged, fn('b', { env: 'x', team: 'y' })], 5)).toEqual(['env', 'team']);
  expect(['prefix', 'tag:', 'tag:a', 'x', undefined].map(readGrouping)).toEqual([
    'prefix',
    undefined,
    'tag:a',
    undefined,
    undefined,
  ]);
});

it('draws a function that is a destination once, and leaves out links of functions that are gone', () => {
  const map = buildAccountMap(
    [fn('a'), fn('b')],
    [
      link('a', arn('lambda', 'function:b:live'), 'success'),
      link('a', arn('sqs', 'in'), 'trigger', true),
      link('a', arn('sqs', 'in'), 'trigger', false),
      link('gone', arn('sqs', 'other')),
    ],
    'prefix',
  );
  expect(map.nodes.map(({ name, side }) => [name, side])).toEqual([
    ['a', 'function'],
    ['b', 'function'],
    ['in', 'source'],
  ]);
  expect(map.edges).toHaveLength(2);
  // Paused only where everything on the way is.
  expect(map.edges.every(({ isPaused }) => !isPaused)).toBe(true);
});

it('filters by text and by problems with the neighbours, and isolates a path in a circle', () => {
  const map = buildAccountMap(
    [fn('a'), fn('b', {}, true), fn('c')],
    [
      link('a', arn('sqs', 'in')),
      link('a', arn('lambda', 'function:b'), 'success'),
      link('b', arn('lambda', 'function:a'), 'failure'),
    ],
    'prefix',
  );
  const names = (part: ReturnType<typeof filterMap>) => part.nodes.map(({ name }) => name);
  expect(filterMap(map, everything)).toBe(map);
  expect(names(filterMap(map, { ...everything, text: 'IN' }))).toEqual(['a', 'in']);
  expect(names(filterMap(map, { ...everything, problemsOnly: true }))).toEqual(['a', 'b']);
  const isolated = arn('lambda', 'function:b');
  expect(names(filterMap(map, { ...everything, isolated }))).toEqual(['a', 'b', 'in']);
  expect(names(filterMap(map, { ...everything, text: 'nothing' }))).toEqual([]);
});

const many = Array.from({ length: 1000 }, (_, index) => fn(`app${index % 25}-fn${index}`));
const manyLinks = many.map(({ name }, index) => link(name, arn('sqs', `q${Math.floor(index / 3)}`)));

it('folds the groups of a large account and merges their edges', () => {
  const map = buildAccountMap(many, manyLinks, 'prefix');
  const folded = layoutMap(map, new Set());
  expect(folded.nodes).toEqual([]);
  expect(folded.groups).toHaveLength(25);
  expect(folded.edges.length).toBeLessThan(25 * 25);
  const opened = layoutMap(map, new Set(['app3']));
  expect(opened.nodes.length).toBeGreaterThanOrEqual(40);
  expect(opened.groups.find(({ name }) => name === 'app3')?.isFolded).toBe(false);
});

it('lets no two boxes and no two nodes overlap', () => {
  const map = buildAccountMap(many.slice(0, 140), manyLinks.slice(0, 10), 'prefix');
  const { groups, nodes } = layoutMap(map, new Set());
  const boxes = groups.map(({ x, y, width, height }) => ({ x, y, width, height }));
  const cards = nodes.map(({ x, y }) => ({
    x,
    y,
    width: mapMeasures.nodeWidth,
    height: mapMeasures.nodeHeight,
  }));
  for (const all of [boxes, cards]) {
    all.forEach((a, index) => {
      for (const b of all.slice(index + 1)) {
        const apart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    });
  }
});

it('lays out 1,000 functions in far less time than a page has', () => {
  const startedAt = performance.now();
  layoutMap(buildAccountMap(many, manyLinks, 'prefix'), new Set());
  expect(performance.now() - startedAt).toBeLessThan(500);
});
