import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetFunctionCommand } from '@aws-sdk/client-lambda';
import type { Page } from '@playwright/test';
import { createFunction } from '../fixtures/aws.ts';
import { getStage } from '../fixtures/stage.ts';
import { expect, test as base } from '../fixtures/test.ts';

/** A page of somebody else, on another port and so another origin. */
const test = base.extend<{ foreignUrl: string }>({
  foreignUrl: async ({}, use) => {
    const server = http.createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>elsewhere</title>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

interface Attempt {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly mode?: RequestMode;
}

/** What a script on the page gets to see: a status, or that the browser kept the answer from it. */
function attempt(page: Page, options: Attempt): Promise<number | 'unreadable'> {
  return page.evaluate(async ({ url, ...init }) => {
    try {
      const response = await fetch(url, { credentials: 'include', ...init });
      return response.type === 'opaque' ? 'unreadable' : response.status;
    } catch {
      return 'unreadable' as const;
    }
  }, options);
}

/** As well formed as a script can write it; any key is accepted from a client that is no browser. */
const signed = `AWS4-HMAC-SHA256 Credential=000000000000/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`;

const isShut = (status: number | 'unreadable') => status === 'unreadable' || status >= 400;

test('a page on another origin reaches neither the control plane nor what it could change', async ({
  aws,
  endpoint,
  foreignUrl,
  page,
}) => {
  await using fn = await createFunction(aws);
  await page.goto(foreignUrl);
  const api = `${endpoint.url}/2015-03-31/functions`;
  const form = 'application/x-www-form-urlencoded';
  const attempts: Attempt[] = [
    { url: `${api}/` },
    { url: `${api}/${fn.name}`, method: 'DELETE' },
    {
      url: `${api}/${fn.name}/invocations`,
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'text/plain' },
    },
    { url: `${api}/${fn.name}/invocations`, method: 'POST', body: '{}', mode: 'no-cors' },
    {
      url: endpoint.url,
      method: 'POST',
      mode: 'no-cors',
      body: 'Action=CreateRole',
      headers: { 'content-type': form },
    },
    {
      url: `${api}/`,
      headers: { authorization: signed },
    },
  ];
  for (const one of attempts) expect(isShut(await attempt(page, one)), JSON.stringify(one)).toBe(true);
  // A request whose answer is kept from the page must not have had an effect either.
  const withoutKey = await fetch(`${api}/${fn.name}`, { method: 'DELETE', headers: { origin: foreignUrl } });
  expect(withoutKey.status).toBeGreaterThanOrEqual(400);
  const found = await aws.lambda.send(new GetFunctionCommand({ FunctionName: fn.name }));
  expect(found.Configuration?.FunctionName).toBe(fn.name);
});

test("a page on another origin reaches none of the console's routes and actions", async ({
  foreignUrl,
  page,
  place,
}) => {
  const { consoleUrl } = getStage();
  await page.goto(foreignUrl);
  const api = `${consoleUrl}/api/c/${place.connectionId}/${place.region}/functions/any`;
  const attempts: Attempt[] = [
    { url: `${consoleUrl}/api/c/${place.connectionId}/${place.region}/search?q=a` },
    { url: `${api}/code` },
    { url: `${api}/invoke`, method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } },
    {
      url: `${consoleUrl}/connections`,
      method: 'POST',
      body: '[]',
      headers: { 'content-type': 'text/plain' },
    },
  ];
  for (const one of attempts) expect(isShut(await attempt(page, one)), JSON.stringify(one)).toBe(true);

  // The same requests as a browser would send them, read by a client that no browser keeps from reading.
  for (const origin of [foreignUrl.replace(/\/$/, ''), 'null']) {
    const headers = { origin, 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain;charset=UTF-8' };
    const invoked = await fetch(`${api}/invoke`, { method: 'POST', body: '{}', headers });
    expect(invoked.status, `invoke from ${origin}`).toBe(403);
    const action = { ...headers, 'next-action': '7f'.repeat(21) };
    const acted = await fetch(`${consoleUrl}/connections`, { method: 'POST', body: '[]', headers: action });
    expect(acted.status, `action from ${origin}`).toBe(403);
  }
});

test('a rebound host name is refused by both programs', async ({ endpoint, page }) => {
  const { consoleUrl } = getStage();
  // The browser resolves rebound.test to 127.0.0.1: what a rebinding attack ends in.
  for (const url of [consoleUrl, `${endpoint.url}/2015-03-31/functions/`]) {
    const rebound = url.replace('127.0.0.1', 'rebound.test');
    const response = await page.goto(rebound);
    expect(response?.status(), rebound).toBeGreaterThanOrEqual(400);
    expect(response?.status(), rebound).toBeLessThan(500);
    const status = await attempt(page, {
      url: `${rebound.replace(/\/$/, '')}/`,
      headers: { authorization: signed },
    });
    expect(isShut(status), rebound).toBe(true);
  }
});
