import { withQuery } from './routes.ts';

/** Addresses of the sign-in through the OpenID provider. Apart from the others, which pages carry with them. */
export const signInRoutes = {
  // Not below `/api`, where nothing is answered that another site leads to, as the provider does.
  /** Leads to the provider, and in the end to `next`. */
  start: (next?: string) => withQuery('/sign-in/start', { next }),
  /** Where the provider leads back to. */
  callback: () => '/sign-in/callback',
  /** The sign-in page, which explains one of `signInProblems`. */
  problem: (problem: string, next?: string) => withQuery('/sign-in', { next, problem }),
};
