import { expect, it } from 'vitest';
import { pageLinks } from './page-links';

it.each([
  [1, 1, [1]],
  [1, 2, [1, 2]],
  [2, 3, [1, 2, 3]],
  [1, 9, [1, 2, 3, 'gap', 9]],
  [3, 9, [1, 2, 3, 4, 'gap', 9]],
  [5, 9, [1, 'gap', 4, 5, 6, 'gap', 9]],
  [9, 9, [1, 'gap', 8, 9]],
  [4, 5, [1, 2, 3, 4, 5]],
])('page %i of %i offers %j', (page, pageCount, links) => {
  expect(pageLinks(page, pageCount)).toEqual(links);
});
