import { InvokeCommand } from '@aws-sdk/client-lambda';
import { computeRoutes } from '../../lib/compute-routes.ts';
import { routes, type Place } from '../../lib/routes.ts';
import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible, expectAccessiblePages } from './accessible.ts';

/** The tabs of a function, and the forms of its code. */
function tabsOf(place: Place, name: string): Record<string, string> {
  return {
    code: routes.functionTab(place, name, 'code'),
    test: routes.functionTab(place, name, 'test'),
    monitor: routes.functionTab(place, name, 'monitor'),
    metrics: routes.monitorView(place, name, 'metrics'),
    insights: routes.monitorView(place, name, 'insights'),
    traces: routes.monitorView(place, name, 'traces'),
    'service map': routes.monitorView(place, name, 'traces', { view: 'map' }),
    versions: routes.functionTab(place, name, 'versions'),
    aliases: routes.functionTab(place, name, 'aliases'),
    'durable executions': computeRoutes.durableExecutions(place, name),
    'create alias': routes.createAlias(place, name),
    'edit runtime settings': routes.editCode(place, name, 'runtime'),
    'edit runtime management': routes.editCode(place, name, 'runtime-management'),
    'edit code package': routes.editCode(place, name, 'package'),
    'edit layers': routes.editCode(place, name, 'layers'),
  };
}

/** Sections under Configuration, with their forms: what surrounds the function. */
function sectionsOf(place: Place, name: string): Record<string, string> {
  return {
    triggers: routes.configuration(place, name, 'triggers'),
    'add trigger': routes.addTrigger(place, name),
    'add bucket trigger': routes.addTrigger(place, name, { kind: 's3' }),
    destinations: routes.configuration(place, name, 'destinations'),
    'add destination': routes.editDestination(place, name),
    'monitoring tools': routes.configuration(place, name, 'monitoring'),
    'edit monitoring tools': routes.editConfiguration(place, name, 'monitoring'),
    VPC: routes.configuration(place, name, 'vpc'),
    'edit VPC': routes.editConfiguration(place, name, 'vpc'),
    'RDS databases': routes.configuration(place, name, 'rds'),
    'add database proxy': routes.editConfiguration(place, name, 'rds'),
    'file systems': routes.configuration(place, name, 'file-systems'),
    'durable execution': routes.configuration(place, name, 'durable-execution'),
    'capacity provider': routes.configuration(place, name, 'capacity-provider'),
    'tenant isolation': routes.configuration(place, name, 'tenant-isolation'),
    'edit file system': routes.editConfiguration(place, name, 'file-systems'),
    general: routes.configuration(place, name, 'general'),
    environment: routes.configuration(place, name, 'environment'),
    tags: routes.configuration(place, name, 'tags'),
    'memory tuning': routes.memoryTuning(place, name),
    'change history': routes.configuration(place, name, 'history'),
    'edit general': routes.editConfiguration(place, name, 'general'),
    'edit environment': routes.editConfiguration(place, name, 'environment'),
    'edit tags': routes.editConfiguration(place, name, 'tags'),
  };
}

/** Sections under Configuration, with their forms: how it is called. */
function behaviourOf(place: Place, name: string): Record<string, string> {
  return {
    concurrency: routes.configuration(place, name, 'concurrency'),
    permissions: routes.configuration(place, name, 'permissions'),
    'function URL': routes.configuration(place, name, 'function-url'),
    'asynchronous invocation': routes.configuration(place, name, 'async-invocation'),
    'edit concurrency': routes.editConfiguration(place, name, 'concurrency'),
    'edit permissions': routes.editConfiguration(place, name, 'permissions'),
    'edit function URL': routes.editConfiguration(place, name, 'function-url'),
    'edit asynchronous invocation': routes.editConfiguration(place, name, 'async-invocation'),
    'edit recursive loops': routes.recursion(place, name),
    'provisioned concurrency': routes.provisioned(place, name),
    'dead-letter queue': routes.deadLetter(place, name),
    'edit policy': routes.editPolicy(place, name),
    encryption: routes.encryption(place, name),
    'code signing': routes.configuration(place, name, 'code-signing'),
    'edit code signing': routes.editConfiguration(place, name, 'code-signing'),
  };
}

/** Pages beside the functions. */
function accountPages(place: Place): Record<string, string> {
  return {
    'functions list': routes.functions(place),
    'create function': routes.createFunction(place),
    dashboard: routes.dashboard(place),
    'account map': routes.accountMap(place),
    'check-up': routes.checkUp(place),
    'bulk changes': routes.bulkChanges(place),
    layers: routes.layers(place),
    'create layer': routes.createLayer(place),
    'event source mappings': routes.mappings(place),
    'code signing configurations': routes.signingConfigs(place),
    'create code signing configuration': routes.createSigningConfig(place),
    'capacity providers': computeRoutes.capacityProviders(place),
    'create capacity provider': computeRoutes.capacityProviders(place, 'create'),
    'missing function': routes.functionTab(place, 'no-such-function', 'code'),
    connections: routes.connections(),
    'new connection': routes.newConnection(),
    audit: routes.audit(),
    settings: routes.settings(),
    users: routes.users(),
  };
}

for (const [what, pagesOf] of [
  ['tabs and code', tabsOf],
  ['surroundings', sectionsOf],
  ['behaviour', behaviourOf],
] as const) {
  test(`pages of a function: ${what}`, async ({ aws, page, place }) => {
    test.slow();
    await using fn = await createFunction(aws, {
      Environment: { Variables: { STAGE: 'test', API_TOKEN: 'abc' } },
      Tags: { team: 'orders' },
      Description: 'Adds up a cart',
    });
    await expectAccessiblePages(page, pagesOf(place, fn.name));
  });
}

test('pages of the account', async ({ aws, page, place }) => {
  test.slow();
  await using _ = await createFunction(aws, { Tags: { team: 'orders' } });
  await expectAccessiblePages(page, accountPages(place));
});

test('open dialogs and menus', async ({ aws, functionPage, functionsPage, page, place, shell }) => {
  await using fn = await createFunction(aws);
  await functionsPage.goto();
  await functionsPage.refresh();
  await test.step('command palette', async () => {
    await expect(await shell.openPalette()).toBeVisible();
    await expectAccessible(page, 'palette');
    await page.keyboard.press('Escape');
  });
  await test.step('delete', async () => {
    await functionsPage.select(fn.name);
    await functionsPage.selection.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'delete');
    await page.keyboard.press('Escape');
  });
  await test.step('template', async () => {
    await functionPage.goto(fn.name);
    await page.getByRole('radio', { name: 'Template' }).check();
    await expect(page.getByText('AWS::Serverless-2016-10-31')).toBeVisible();
    await expectAccessible(page, 'template');
    await page.getByRole('radio', { name: 'Diagram' }).check();
  });
  await test.step('results of a query', async () => {
    await aws.lambda.send(new InvokeCommand({ FunctionName: fn.name, Payload: '{}' }));
    await page.goto(routes.monitorView(place, fn.name, 'insights'));
    await page.getByRole('button', { name: 'Run query' }).click();
    await page.getByRole('button', { name: 'Show record 1', exact: true }).click();
    await expect(page.getByRole('group', { name: 'All fields of record 1' })).toBeVisible();
    await expectAccessible(page, 'query results');
    await page.getByRole('button', { name: 'Sample queries' }).click();
    await page.getByRole('menuitem', { name: 'Cold starts over time' }).click();
    await page.getByRole('button', { name: 'Run query' }).click();
    await expect(page.getByRole('region', { name: 'Graph over time' })).toBeVisible();
    await expectAccessible(page, 'query graph');
  });
  await test.step('actions', async () => {
    await functionPage.goto(fn.name);
    await page.getByRole('button', { name: 'Actions', exact: true }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectAccessible(page, 'actions', true);
  });
});
