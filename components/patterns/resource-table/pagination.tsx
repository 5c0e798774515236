import { pageLinks } from './page-links';
import { PaginationNav } from './pagination-nav';

/** "1–50 of 412" and the pages. `hrefFor` gives the address of the same list on another page. */
export function Pagination(props: {
  page: number;
  pageCount: number;
  first: number;
  last: number;
  matchCount: number;
  hrefFor: (page: number) => string;
}) {
  const { page, pageCount, hrefFor } = props;
  const links = pageLinks(page, pageCount).map((n) => (n === 'gap' ? n : { page: n, href: hrefFor(n) }));
  return (
    <PaginationNav
      page={page}
      first={props.first}
      last={props.last}
      matchCount={props.matchCount}
      links={pageCount > 1 ? links : []}
      previousHref={page > 1 ? hrefFor(page - 1) : undefined}
      nextHref={page < pageCount ? hrefFor(page + 1) : undefined}
    />
  );
}
