import { expect, it } from 'vitest';
import { fromAsyncDraft, toAsyncDraft } from './async-draft';
import { asyncSnippets } from './async-snippets';

const values = { maxAgeSeconds: 3_725, retries: 1, onSuccess: '', onFailure: 'arn:aws:sqs:r:a:q' };

it('splits the age into hours, minutes and seconds, and joins it again', () => {
  expect(toAsyncDraft(values)).toMatchObject({ hours: '1', minutes: '2', seconds: '5' });
  expect(fromAsyncDraft(toAsyncDraft(values))).toEqual(values);
});

it('counts an empty part as zero, and does not read words', () => {
  const draft = toAsyncDraft(values);
  expect(fromAsyncDraft({ ...draft, hours: '', seconds: '' }).maxAgeSeconds).toBe(120);
  expect(fromAsyncDraft({ ...draft, minutes: 'two' }).maxAgeSeconds).toBeNaN();
});

it('is said in the words of other tools', () => {
  const [cli, , terraform] = asyncSnippets('orders', values, { qualifier: 'prod', cli: { region: 'r' } });
  expect(cli?.text).toContain('--maximum-event-age-in-seconds 3725');
  expect(cli?.text).toContain('--qualifier prod');
  expect(cli?.text).toContain('"OnFailure":{"Destination":"arn:aws:sqs:r:a:q"}');
  expect(terraform?.text).not.toContain('on_success');
});
