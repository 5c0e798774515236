/** Why a sign-in through the OpenID provider came to nothing; the sign-in page has words for each. */
export const signInProblems = [
  'unreachable', // no answer of the provider, or a broken one
  'untrusted', // its answer does not prove who somebody is
  'misconfigured', // it does not take this console for its client
  'declined', // it said no, or the person did
  'expired', // begun too long ago, in another browser, or answered already
  'no-role', // no group of the person gives a role
  'disabled', // an administrator has disabled the user here
  'full', // there are as many users as there may be
  'throttled', // too many failures from this address
  'failed', // a fault of the console
] as const;
export type SignInProblem = (typeof signInProblems)[number];
