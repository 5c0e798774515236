import { DeleteDomainNameCommand, GetDomainNameCommand } from '@aws-sdk/client-api-gateway';
import { GetApiMappingsCommand, ListRoutingRulesCommand } from '@aws-sdk/client-apigatewayv2';
import { routes } from '../../lib/routes.ts';
import { createMockRestApi } from '../fixtures/apis.ts';
import { uniqueName } from '../fixtures/aws.ts';
import { createHttpApi } from '../fixtures/http-api.ts';
import { expect, test } from '../fixtures/test.ts';
import { EditPage } from '../pages/edit-page.ts';

const certificate = 'arn:aws:acm:us-east-1:000000000000:certificate/12345678-1234-1234-1234-123456789012';

test('adds a domain, leads its paths to stages, and deletes it', async ({ aws, page, place, shell }) => {
  test.slow();
  await using rest = await createMockRestApi(aws);
  await using http = await createHttpApi(aws);
  const edit = new EditPage(page);
  const domainName = `${uniqueName('shop').toLowerCase()}.example.com`;
  const domain = () => aws.apiGateway.send(new GetDomainNameCommand({ domainName }));
  const mappings = async () =>
    (await aws.apiGatewayV2.send(new GetApiMappingsCommand({ DomainName: domainName }))).Items ?? [];

  await test.step('what is wrong or refused is said at its field', async () => {
    await page.goto(routes.domainNames(place, 'create'));
    await edit.fill('Domain name', 'shop');
    await edit.fill('ACM certificate', certificate);
    await edit.save();
    await expect(page.getByText('Enter a domain name, such as api.example.com.')).toBeVisible();
    await edit.fill('Domain name', domainName);
    await edit.fill('Mutual TLS truststore URI', 's3://trust/store.pem');
    await edit.save();
    await expect(page.getByRole('alert').filter({ hasText: 'Mutual TLS' })).toBeVisible();
    await expect(domain()).rejects.toThrow();
  });

  await test.step('create', async () => {
    await edit.fill('Mutual TLS truststore URI', '');
    await edit.fill('Tags', 'team=shop');
    await edit.save();
    await expect(shell.flash(`Domain name ${domainName} created`)).toBeVisible();
    expect(await domain()).toMatchObject({
      endpointConfiguration: { types: ['REGIONAL'] },
      regionalCertificateArn: certificate,
      securityPolicy: 'TLS_1_2',
      tags: { team: 'shop' },
    });
  });

  const card = page.getByRole('region', { name: 'API mappings' });
  await test.step('map a path and all others', async () => {
    await card.getByRole('link', { name: 'Add mapping' }).click();
    await page.getByRole('combobox', { name: 'API and stage' }).fill(rest.name);
    await page.getByRole('option', { name: new RegExp(rest.name) }).click();
    await edit.fill('Path', '/orders');
    await edit.save();
    await expect(page.getByText('Segments of letters, digits')).toBeVisible();
    await edit.fill('Path', 'orders/v1');
    await edit.save();
    await expect(shell.flash('Mapping saved')).toBeVisible();
    await card.getByRole('link', { name: 'Add mapping' }).click();
    await page.getByRole('combobox', { name: 'API and stage' }).fill(http.name);
    await page.getByRole('option', { name: new RegExp(http.name) }).click();
    await edit.save();
    await expect(card.getByRole('row', { name: '(none)' })).toContainText(http.name);
    expect(await mappings()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ApiMappingKey: 'orders/v1', ApiId: rest.id, Stage: 'prod' }),
        expect.objectContaining({ ApiMappingKey: '', ApiId: http.id, Stage: '$default' }),
      ]),
    );
  });

  await test.step('change and remove a mapping', async () => {
    const row = card.getByRole('row', { name: 'orders/v1' });
    await row.getByRole('link', { name: 'Edit' }).click();
    await edit.fill('Path', 'orders');
    await edit.save();
    await expect(card.getByRole('row', { name: 'orders', exact: false })).toContainText(rest.name);
    expect((await mappings()).map(({ ApiMappingKey }) => ApiMappingKey).sort()).toEqual(['', 'orders']);
    await card.getByRole('row', { name: '(none)' }).getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove mapping' }).click();
    await expect(shell.flash('Mapping removed')).toBeVisible();
    expect(await mappings()).toMatchObject([{ ApiMappingKey: 'orders' }]);
  });

  const rules = page.getByRole('region', { name: 'Routing rules' });
  await test.step('add, change and remove a routing rule', async () => {
    const saved = async () =>
      (await aws.apiGatewayV2.send(new ListRoutingRulesCommand({ DomainName: domainName }))).RoutingRules;
    await rules.getByRole('link', { name: 'Add routing rule' }).click();
    await edit.fill('Priority', '10');
    await edit.fill('Header conditions', 'x-version: b*ta');
    await page.getByRole('combobox', { name: 'Target API and stage' }).fill(rest.name);
    await page.getByRole('option', { name: new RegExp(rest.name) }).click();
    await edit.save();
    await expect(page.getByText('Enter lines such as x-version')).toBeVisible();
    await edit.fill('Header conditions', 'x-version: beta*');
    await edit.fill('Base path condition', 'orders/v2');
    await page.getByRole('checkbox', { name: 'Strip base path' }).check();
    await edit.save();
    await expect(rules.getByRole('row', { name: /^10 / })).toContainText('x-version: beta*');
    await expect(rules).toContainText('API mappings only');
    expect(await saved()).toMatchObject([
      {
        Priority: 10,
        Conditions: [
          { MatchHeaders: { AnyOf: [{ Header: 'x-version', ValueGlob: 'beta*' }] } },
          { MatchBasePaths: { AnyOf: ['orders/v2'] } },
        ],
        Actions: [{ InvokeApi: { ApiId: rest.id, Stage: 'prod', StripBasePath: true } }],
      },
    ]);
    await rules.getByRole('row', { name: /^10 / }).getByRole('link', { name: 'Edit' }).click();
    await edit.fill('Priority', '20');
    await edit.save();
    await expect(rules.getByRole('row', { name: /^20 / })).toContainText(rest.name);
    expect(await saved()).toMatchObject([{ Priority: 20, Conditions: [{}, {}] }]);
    await rules.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove routing rule' }).click();
    await expect(shell.flash('Routing rule removed')).toBeVisible();
    expect(await saved()).toEqual([]);
  });

  await test.step('change and delete the domain', async () => {
    await page
      .getByRole('region', { name: 'Endpoint configuration' })
      .getByRole('link', { name: 'Edit' })
      .click();
    await edit.fill('Tags', 'team=orders');
    await page.getByRole('combobox', { name: 'Routing mode' }).click();
    await page.getByRole('option', { name: 'Routing rules then API mappings' }).click();
    await edit.save();
    await expect(shell.flash(`Domain name ${domainName} saved`)).toBeVisible();
    expect(await domain()).toMatchObject({
      tags: { team: 'orders' },
      routingMode: 'ROUTING_RULE_THEN_BASE_PATH_MAPPING',
    });
    await page.getByRole('button', { name: 'Delete domain name' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('1 path stops answering');
    await dialog.getByRole('textbox').fill('delete');
    await dialog.getByRole('button', { name: 'Delete domain name' }).click();
    await expect(shell.flash(`Domain name ${domainName} deleted`)).toBeVisible();
    await expect(domain()).rejects.toThrow();
    await aws.apiGateway.send(new DeleteDomainNameCommand({ domainName })).catch(() => undefined);
  });
});
