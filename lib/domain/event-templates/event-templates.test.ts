import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { eventTemplates, loadTemplateBody } from './event-templates.ts';
import { cloudWatchLogs } from './platform.ts';
import { kinesis } from './records.ts';

it.each(eventTemplates)('$label is a JSON object', async ({ id }) => {
  const event: unknown = JSON.parse((await loadTemplateBody(id)) ?? 'null');
  expect(typeof event === 'object' && event !== null && !Array.isArray(event)).toBe(true);
});

it('knows nothing of other ids', async () => {
  expect(await loadTemplateBody('nothing')).toBeUndefined();
});

it('gives every template its own id and label', () => {
  expect(new Set(eventTemplates.map(({ id }) => id)).size).toBe(eventTemplates.length);
  expect(new Set(eventTemplates.map(({ label }) => label)).size).toBe(eventTemplates.length);
});

it('packs data as the services do', () => {
  const logs = gunzipSync(Buffer.from(cloudWatchLogs.awslogs.data, 'base64')).toString('utf8');
  expect(JSON.parse(logs)).toMatchObject({ messageType: 'DATA_MESSAGE', owner: '123456789012' });
  const [record] = kinesis.Records;
  expect(JSON.parse(Buffer.from(record?.kinesis.data ?? '', 'base64').toString('utf8'))).toEqual({
    orderId: 'o_0042',
    status: 'placed',
  });
});
