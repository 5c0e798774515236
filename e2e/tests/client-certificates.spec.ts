import {
  DeleteClientCertificateCommand,
  GetClientCertificatesCommand,
  GetStageCommand,
} from '@aws-sdk/client-api-gateway';
import { routes } from '../../lib/routes.ts';
import { createMockRestApi } from '../fixtures/apis.ts';
import { uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';
import { EditPage } from '../pages/edit-page.ts';

test('generates a client certificate, lets a stage present it, and deletes it', async ({
  aws,
  page,
  place,
  shell,
}) => {
  await using rest = await createMockRestApi(aws);
  const edit = new EditPage(page);
  const description = uniqueName('to the shop');
  const find = async () =>
    (await aws.apiGateway.send(new GetClientCertificatesCommand({ limit: 500 }))).items?.find((one) =>
      one.description?.startsWith(description),
    );

  await page.goto(routes.clientCertificates(place, 'create'));
  await edit.fill('Description', description);
  await edit.fill('Tags', 'team=orders');
  await edit.save();
  await expect(shell.flash('Client certificate generated')).toBeVisible();
  const made = await find();
  const id = made?.clientCertificateId ?? '';
  expect(made).toMatchObject({ description, tags: { team: 'orders' } });

  await page.getByRole('link', { name: id }).click();
  await expect(page.getByText('-----BEGIN CERTIFICATE-----')).toBeVisible();
  const details = page.getByRole('region', { name: 'Client certificate details' });
  await details.getByRole('link', { name: 'Edit' }).click();
  await edit.fill('Description', `${description} of toys`);
  await edit.fill('Tags', 'team=toys');
  await edit.save();
  await expect(details).toContainText('team=toys');
  expect(await find()).toMatchObject({ description: `${description} of toys`, tags: { team: 'toys' } });

  const stage = () => aws.apiGateway.send(new GetStageCommand({ restApiId: rest.id, stageName: 'prod' }));
  const choose = async (option: RegExp) => {
    await page.goto(routes.restApi(place, rest.id, 'stages', 'prod', 'edit'));
    await page.getByRole('combobox', { name: 'Client certificate' }).click();
    await page.getByRole('option', { name: option }).click();
    await edit.save();
    await expect(shell.flash('Stage prod saved').first()).toBeVisible();
  };
  const remove = async () => {
    await page.goto(routes.clientCertificates(place, id));
    await page.getByRole('button', { name: 'Delete client certificate' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('delete');
    await dialog.getByRole('button', { name: 'Delete client certificate' }).click();
    return dialog;
  };
  await choose(new RegExp(id));
  await expect.poll(async () => (await stage()).clientCertificateId).toBe(id);
  await expect(
    page.getByRole('region', { name: 'Stage details' }).getByRole('link', { name: id }),
  ).toBeVisible();
  await expect((await remove()).getByText('Take it out of these stages first')).toBeVisible();
  await choose(/^None/);
  await expect.poll(async () => (await stage()).clientCertificateId ?? '').toBe('');
  await remove();
  await expect(shell.flash(`Client certificate ${id} deleted`)).toBeVisible();
  const left = await find();
  if (left) await aws.apiGateway.send(new DeleteClientCertificateCommand({ clientCertificateId: id }));
  expect(left).toBeUndefined();
});
