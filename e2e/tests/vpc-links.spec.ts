import {
  CreateVpcLinkCommand,
  DeleteVpcLinkCommand,
  GetIntegrationsCommand,
  GetVpcLinkCommand,
  GetVpcLinksCommand,
} from '@aws-sdk/client-apigatewayv2';
import {
  DeleteVpcLinkCommand as DeleteFirstCommand,
  GetVpcLinksCommand as GetFirstCommand,
} from '@aws-sdk/client-api-gateway';
import { routes } from '../../lib/routes.ts';
import { uniqueName } from '../fixtures/aws.ts';
import { createHttpApi, deleteHttpApi } from '../fixtures/http-api.ts';
import { expect, test } from '../fixtures/test.ts';
import { EditPage } from '../pages/edit-page.ts';

const balancer =
  'arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/inside/50dc6c495c0c9188';
const listener =
  'arn:aws:elasticloadbalancing:us-east-1:000000000000:listener/app/inside/50dc6c495c0c9188/0467ef3c8400ae65';

test('makes a link to a load balancer, changes and deletes it', async ({ aws, page, place, shell }) => {
  const edit = new EditPage(page);
  const name = uniqueName('link');
  await page.goto(routes.vpcLinks(place, 'create'));
  await page.getByRole('radio', { name: /^V1/ }).check();
  await edit.fill('Name', name);
  await edit.fill('Target NLB', 'inside');
  await edit.save();
  await expect(page.getByText('Enter the ARN of a Network Load Balancer.')).toBeVisible();
  await edit.fill('Target NLB', balancer);
  await edit.fill('Tags', 'lambdeck:target=here');
  await edit.save();
  await expect(page.getByText('is the base URL that the link leads to')).toBeVisible();
  await edit.fill('Tags', 'lambdeck:target=http://127.0.0.1:8080\nteam=orders');
  await edit.save();
  await expect(shell.flash(`VPC link ${name} created`)).toBeVisible();
  const linkOf = async () =>
    (await aws.apiGateway.send(new GetFirstCommand({ limit: 500 }))).items?.find((one) => one.name === name);
  expect(await linkOf()).toMatchObject({
    targetArns: [balancer],
    tags: { 'lambdeck:target': 'http://127.0.0.1:8080', team: 'orders' },
  });

  await page.getByRole('link', { name, exact: true }).click();
  const details = page.getByRole('region', { name: 'VPC link details' });
  await expect(details).toContainText('http://127.0.0.1:8080');
  await expect(page.getByText('No integration names this link.')).toBeVisible();
  await details.getByRole('link', { name: 'Edit' }).click();
  await edit.fill('Description', 'To the orders');
  await edit.fill('Tags', 'lambdeck:target=http://127.0.0.1:9090');
  await edit.save();
  await expect(shell.flash(`VPC link ${name} saved`)).toBeVisible();
  await expect(details).toContainText('http://127.0.0.1:9090');
  expect(await linkOf()).toMatchObject({
    description: 'To the orders',
    tags: { 'lambdeck:target': 'http://127.0.0.1:9090' },
  });

  await page.getByRole('button', { name: 'Delete VPC link' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('delete');
  await dialog.getByRole('button', { name: 'Delete VPC link' }).click();
  await expect(shell.flash(`VPC link ${name} deleted`)).toBeVisible();
  const left = await linkOf();
  if (left) await aws.apiGateway.send(new DeleteFirstCommand({ vpcLinkId: left.id }));
  expect(left).toBeUndefined();
});

test('leads an integration of an HTTP API through a link, which then stays', async ({
  aws,
  page,
  place,
  shell,
}) => {
  await using api = await createHttpApi(aws);
  const edit = new EditPage(page);
  const name = uniqueName('link');
  const { VpcLinkId = '' } = await aws.apiGatewayV2.send(
    new CreateVpcLinkCommand({ Name: name, SubnetIds: ['subnet-1a'] }),
  );
  await page.goto(routes.httpApi(place, api.id, 'integrations', 'create'));
  await page.getByRole('radio', { name: /Private resource/ }).check();
  await page.getByRole('combobox', { name: 'VPC link' }).fill(name);
  await page.getByRole('option', { name: new RegExp(name) }).click();
  await edit.fill('ARN of the listener or Cloud Map service', listener);
  await edit.save();
  await expect(shell.flash('Integration saved')).toBeVisible();
  const { Items = [] } = await aws.apiGatewayV2.send(new GetIntegrationsCommand({ ApiId: api.id }));
  expect(Items).toMatchObject([
    { ConnectionType: 'VPC_LINK', ConnectionId: VpcLinkId, IntegrationUri: listener },
  ]);

  await page.goto(routes.vpcLinks(place, VpcLinkId));
  const users = page.getByRole('region', { name: 'Integrations that use this link' });
  await expect(users.getByRole('row', { name: api.name })).toContainText(listener);
  await page.getByRole('button', { name: 'Delete VPC link' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('delete');
  await dialog.getByRole('button', { name: 'Delete VPC link' }).click();
  await expect(dialog.getByText('is referenced in')).toBeVisible();
  expect(await aws.apiGatewayV2.send(new GetVpcLinkCommand({ VpcLinkId }))).toMatchObject({ Name: name });

  await deleteHttpApi(aws, api.id);
  await aws.apiGatewayV2.send(new DeleteVpcLinkCommand({ VpcLinkId }));
  const { Items: left = [] } = await aws.apiGatewayV2.send(new GetVpcLinksCommand({}));
  expect(left.map((link) => link.VpcLinkId)).not.toContain(VpcLinkId);
});
