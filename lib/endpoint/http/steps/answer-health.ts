import type { Step } from '../exchange.ts';

export const HEALTH_PATH = '/_lambdeck/health';

/** Answers the one address that needs no signature; `health` gives the body. */
export function answerHealth(health: () => object): Step {
  return ({ request, requestId }) => {
    if (request.path !== HEALTH_PATH || (request.method !== 'GET' && request.method !== 'HEAD'))
      return undefined;
    return {
      status: 200,
      headers: {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'x-amzn-requestid': requestId,
      },
      body: JSON.stringify(health()),
    };
  };
}
