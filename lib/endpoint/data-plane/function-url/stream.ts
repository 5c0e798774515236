import type { ServerResponse } from 'node:http';
import { createChunkQueue } from '../../services/lambda/chunk-queue.ts';
import type { FunctionUrls, UrlCall } from '../../services/lambda/function-urls.ts';
import type { FunctionUrlRecord } from '../../services/lambda/repository-urls.ts';
import { sendAnswer, setHead, type Answer } from '../shared/answer.ts';
import { createPreludeReader, preludeContentType } from './prelude.ts';
import { functionFailed } from './response.ts';
import { writable } from '../shared/send-stream.ts';

type Head = Omit<Answer, 'body'>;

/**
 * Answers in the mode RESPONSE_STREAM: what the function writes goes out as it comes. Rejects with the refusal of the
 * call as long as nothing was sent; a stream that breaks later is cut off, so that the caller sees it unfinished.
 */
export async function answerWithStream(
  urls: FunctionUrls,
  url: FunctionUrlRecord,
  call: UrlCall,
  response: ServerResponse,
  finish: (head: Head) => Head,
): Promise<void> {
  // A reader that is too slow, or does not read at all, is let go: what waits for it is bounded.
  const queue = createChunkQueue(() => response.destroy());
  let contentType = 'application/octet-stream';
  const ended = urls.invoke(url, {
    ...call,
    onChunk: queue.push,
    onStreamStart: (type) => (contentType = type),
  });
  ended.then(queue.end, queue.end);
  await queue.started;

  const readPrelude = createPreludeReader();
  let isOpen = false;
  const open = (head: Head): void => {
    isOpen = true;
    setHead(response, finish(head));
    response.flushHeaders();
  };
  for await (const chunk of queue.chunks()) {
    let bytes = chunk;
    if (!isOpen && contentType === preludeContentType) {
      const reading = readPrelude(chunk);
      if (reading.kind === 'more') continue;
      if (reading.kind === 'broken') return sendAnswer(response, functionFailed);
      open(reading.head);
      bytes = reading.rest;
    } else if (!isOpen) {
      open({ status: 200, headers: { 'content-type': contentType }, cookies: [] });
    }
    if (response.destroyed) return;
    if (bytes.length > 0 && !response.write(bytes)) await writable(response);
  }
  const outcome = await ended.catch((error: unknown) => {
    if (!isOpen) throw error;
    return undefined;
  });
  if (outcome?.kind === 'success') {
    if (isOpen) response.end();
    else if (contentType === preludeContentType) sendAnswer(response, functionFailed);
    else {
      const head = finish({ status: 200, headers: { 'content-type': contentType }, cookies: [] });
      sendAnswer(response, { ...head, body: outcome.payload });
    }
  } else if (isOpen) response.destroy();
  else sendAnswer(response, functionFailed);
}
