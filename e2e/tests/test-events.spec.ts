import {
  DescribeRegistryCommand,
  DescribeSchemaCommand,
  ListSchemaVersionsCommand,
  UpdateSchemaCommand,
} from '@aws-sdk/client-schemas';
import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

const RegistryName = 'lambda-testevent-schemas';

test('test events are saved for oneself or for everyone, run, changed and deleted', async ({
  aws,
  functionPage,
  page,
}) => {
  await using fn = await createFunction(aws);
  const bench = functionPage.test;
  const names = { RegistryName, SchemaName: `_${fn.name}-schema` };
  const examples = async () => {
    const { Content = '' } = await aws.schemas.send(new DescribeSchemaCommand(names));
    return (JSON.parse(Content) as { components: { examples: object } }).components.examples;
  };
  await functionPage.goto(fn.name, 'test');

  await test.step("a private event is the console's own", async () => {
    await bench.fillEvent('{"who":"only me"}');
    await bench.save('order', 'Private');
    await expect(aws.schemas.send(new DescribeSchemaCommand(names))).rejects.toThrow(/does not exist/);
  });

  await test.step('a shareable one of the same name lies in EventBridge Schemas', async () => {
    await bench.fillEvent('{"who":"everyone"}');
    await bench.save('order', 'Shareable');
    await expect.poll(examples).toEqual({ order: { value: { who: 'everyone' } } });
    await page.reload();
    await bench.savedEvent('order', 'Private').click();
    await bench.run();
    await expect(bench.result).toContainText('only me');
    await bench.savedEvent('order', 'Shareable').click();
    await bench.run();
    await expect(bench.result).toContainText('everyone');
  });

  await test.step("what somebody else added is there, and stays when one's own is changed", async () => {
    const { Content = '' } = await aws.schemas.send(new DescribeSchemaCommand(names));
    const other = JSON.parse(Content) as { components: { examples: Record<string, object> } };
    other.components.examples.theirs = { value: 7, 'x-metadata': { invocationType: 'Event' } };
    await aws.schemas.send(new UpdateSchemaCommand({ ...names, Content: JSON.stringify(other) }));
    await page.reload();
    await bench.savedEvent('theirs', 'Shareable').click();
    await expect(bench.eventText).toHaveText('7');
    await bench.fillEvent('8');
    await expect(bench.eventText).toHaveText('8');
    await bench.save('theirs', 'Shareable');
    // It was in the list before: that it is there does not say that it is saved.
    await expect.poll(examples).toEqual({
      order: { value: { who: 'everyone' } },
      theirs: { value: 8, 'x-metadata': { invocationType: 'Event' } },
    });
    const { SchemaVersions } = await aws.schemas.send(new ListSchemaVersionsCommand(names));
    expect(SchemaVersions).toHaveLength(3);
  });

  await test.step('with the last shareable event the registry goes', async () => {
    await bench.deleteEvent('theirs', 'Shareable');
    await expect.poll(examples).toEqual({ order: { value: { who: 'everyone' } } });
    await bench.deleteEvent('order', 'Shareable');
    await expect(bench.savedEvent('order', 'Private')).toBeVisible();
    await expect(aws.schemas.send(new DescribeRegistryCommand({ RegistryName }))).rejects.toThrow(
      /does not exist/,
    );
  });
});
