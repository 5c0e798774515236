import { ListAliasesCommand, PublishVersionCommand } from '@aws-sdk/client-lambda';
import { routes, type Place } from '../../lib/routes.ts';
import { createFunction, region } from '../fixtures/aws.ts';
import { faultRequestId, openFaultyProxy, type Fault } from '../fixtures/faulty-proxy.ts';
import { getStage } from '../fixtures/stage.ts';
import { expect, test as base } from '../fixtures/test.ts';
import { EditPage } from '../pages/edit-page.ts';

/** A place behind a proxy that misbehaves when told to. */
const test = base.extend<{
  faulty: { place: Place; proxy: Awaited<ReturnType<typeof openFaultyProxy>> };
}>({
  faulty: async ({ endpoint }, use, { parallelIndex }) => {
    const { faulty } = getStage().workers[parallelIndex] ?? {};
    if (faulty === undefined) throw new Error('The stage has no address for a proxy.');
    await using proxy = await openFaultyProxy(faulty.url, endpoint.url);
    await use({ place: { connectionId: faulty.connectionId, region }, proxy });
  },
});

/** Faults that end a call at once; a slow endpoint is looked at by itself. */
const faults: readonly Fault[] = ['reset', 'throttled', 'failed', 'html', 'half'];

const faultWords = /The endpoint did not answer|The service failed|Too many requests|is not an answer of AWS/;

const sections = [
  'general',
  'triggers',
  'permissions',
  'destinations',
  'function-url',
  'environment',
  'tags',
  'vpc',
  'rds',
  'monitoring',
  'code-signing',
  'concurrency',
  'async-invocation',
  'file-systems',
] as const;

function pagesOf(place: Place, name: string): readonly string[] {
  return [
    routes.functions(place),
    routes.createFunction(place),
    routes.functionTab(place, name, 'code'),
    routes.functionTab(place, name, 'test'),
    routes.functionTab(place, name, 'monitor'),
    routes.monitorView(place, name, 'metrics'),
    routes.monitorView(place, name, 'traces'),
    routes.functionTab(place, name, 'versions'),
    routes.functionTab(place, name, 'aliases'),
    routes.createAlias(place, name),
    routes.addTrigger(place, name),
    routes.editDestination(place, name),
    ...sections.map((section) => routes.configuration(place, name, section)),
    routes.editConfiguration(place, name, 'general'),
    routes.editConfiguration(place, name, 'environment'),
    routes.editConfiguration(place, name, 'vpc'),
    routes.dashboard(place),
    routes.layers(place),
    routes.mappings(place),
    routes.signingConfigs(place),
    routes.apis(place),
    routes.apiKeys(place),
    routes.usagePlans(place),
  ];
}

test('every page says what failed, and comes back when the endpoint does', async ({ aws, page, faulty }) => {
  test.slow();
  const { place, proxy } = faulty;
  await using fn = await createFunction(aws);
  const main = page.getByRole('main');
  for (const [index, path] of pagesOf(place, fn.name).entries()) {
    const fault = faults[index % faults.length] ?? 'failed';
    await test.step(`${fault}: ${path}`, async () => {
      proxy.fault = fault;
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }).or(main.getByRole('alert')).first()).toBeVisible();
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      // A fault of the endpoint is never a fault that nobody expected.
      await expect(main.getByText('Something unexpected happened')).toHaveCount(0);
      proxy.fault = 'none';
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      await expect(main.getByRole('alert').filter({ hasText: faultWords })).toHaveCount(0);
    });
  }
});

for (const fault of faults) {
  test(`a function's page offers to try again after: ${fault}`, async ({ aws, page, faulty }) => {
    const { place, proxy } = faulty;
    await using fn = await createFunction(aws, { Description: 'Adds up a cart' });
    proxy.fault = fault;
    await page.goto(routes.configuration(place, fn.name, 'general'));
    const failure = page.getByRole('main').getByRole('alert').first();
    await expect(failure).toBeVisible();
    if (fault === 'failed') await expect(failure).toContainText('The service failed');
    if (fault === 'throttled' || fault === 'failed') await expect(failure).toContainText(faultRequestId);
    proxy.fault = 'none';
    await failure.getByRole('button', { name: 'Retry' }).click();
    await expect(page.getByRole('main')).toContainText('Adds up a cart');
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  });
}

test('a slow endpoint leaves the console usable while it answers', async ({ aws, page, faulty, shell }) => {
  test.slow();
  const { place, proxy } = faulty;
  await using fn = await createFunction(aws, { Description: 'Adds up a cart' });
  proxy.fault = 'slow';
  await page.goto(routes.configuration(place, fn.name, 'general'), { waitUntil: 'commit' });
  await expect(shell.navigation).toBeVisible({ timeout: 3_000 });
  await expect(page.getByRole('main')).toContainText('Adds up a cart', { timeout: 30_000 });
});

test('test events stay private where there is no EventBridge Schemas', async ({ aws, page, faulty }) => {
  const { place, proxy } = faulty;
  await using fn = await createFunction(aws);
  proxy.fault = 'no-schemas';
  await page.goto(routes.functionTab(place, fn.name, 'test'));
  await expect(page.getByText('This connection does not have EventBridge Schemas')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Shareable' })).toHaveCount(0);
});

for (const fault of [...faults, 'unheard'] as const) {
  test(`a save is sent once and says what happened after: ${fault}`, async ({ aws, page, faulty, shell }) => {
    const { place, proxy } = faulty;
    await using fn = await createFunction(aws);
    const edit = new EditPage(page);
    await aws.lambda.send(new PublishVersionCommand({ FunctionName: fn.name }));
    await page.goto(routes.createAlias(place, fn.name, '1'));
    await edit.fill('Name', 'live');
    proxy.seen.length = 0;
    proxy.fault = fault;
    await edit.save();
    await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible();
    const sent = proxy.seen.filter((request) => request.startsWith('POST') && request.endsWith('/aliases'));
    expect(sent).toHaveLength(1);
    proxy.fault = 'none';
    if (fault === 'unheard' || fault === 'half') {
      // The endpoint did it; a second save is a conflict that says so, and no second alias.
      await edit.save();
      await expect(page.getByRole('main')).toContainText('already exists');
    } else {
      await edit.save();
      await expect(shell.notifications).toContainText('live');
    }
    const { Aliases } = await aws.lambda.send(new ListAliasesCommand({ FunctionName: fn.name }));
    expect(Aliases?.map(({ Name }) => Name)).toEqual(['live']);
  });
}
