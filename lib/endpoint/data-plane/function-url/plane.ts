import type { IncomingMessage, ServerResponse } from 'node:http';
import { ServiceError } from '../../errors.ts';
import type { FunctionUrls, UrlCall } from '../../services/lambda/function-urls.ts';
import type { FunctionUrlRecord } from '../../services/lambda/repository-urls.ts';
import { sendAnswer, type Answer } from '../shared/answer.ts';
import { isPreflight, preflightHeaders, withCors } from '../shared/cors.ts';
import { readBody } from '../shared/read-body.ts';
import { newTrace } from '../shared/request-parts.ts';
import { readAddress, type UrlAddress } from './address.ts';
import { toEvent, type UrlCaller } from './event.ts';
import { functionFailed, toResponse } from './response.ts';
import { refusal } from './send.ts';
import { answerWithStream } from './stream.ts';

const bodyBytesMax = 6_291_456;

/** What is signed of a request. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface FunctionUrlParts {
  readonly urls: FunctionUrls;
  /** Who signed a request; undefined when nobody did, or not rightly. */
  readonly callerOf: (request: SignedRequest, body: Uint8Array) => UrlCaller | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Target {
  readonly hostName: string;
  readonly path: string;
  readonly query: string;
  readonly requestId: string;
}

/**
 * Function URLs over HTTP, in both forms of address. Has the shape of the listener's hosted planes.
 *
 * Not done: metrics of URLs, the request rate limit (ten times the concurrency), `x-amzn-tls-*` headers (there is no
 * TLS), remapping of response headers such as `date` to `x-amzn-remapped-date`.
 */
export function createFunctionUrlPlane(parts: FunctionUrlParts) {
  return {
    name: 'function-url',
    matches: (target: Target) => readAddress(target) !== undefined,

    async handle(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
      response.setHeader('x-amzn-requestid', target.requestId);
      const address = readAddress(target);
      const url = address && parts.urls.byId(address.urlId);
      // AWS answers for unknown hosts with a null message [rec].
      if (!address || !url)
        return sendAnswer(response, refusal(403, 'AccessDeniedException', { Message: null }));
      try {
        await answer(parts, { request, response, target, address, url });
      } catch (error) {
        if (!(error instanceof ServiceError) || response.headersSent) throw error;
        sendAnswer(response, decorate(toRefusal(error), url, request));
      }
    },
  };
}

interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: Target;
  readonly address: UrlAddress;
  readonly url: FunctionUrlRecord;
}

async function answer(parts: FunctionUrlParts, call: Call): Promise<void> {
  const { request, response, target, url } = call;
  const method = request.method ?? 'GET';
  const headers = request.headers as Readonly<Record<string, string>>;
  const { origin, 'access-control-request-method': requestedMethod } = headers;
  if (url.cors && isPreflight({ method, origin, requestedMethod })) {
    const allowed = preflightHeaders(url.cors, origin);
    return sendAnswer(response, { status: 200, headers: allowed, cookies: [], body: '' });
  }
  const body = await readBody(request, bodyBytesMax);
  if (body === 'gone') return;
  if (body === 'too-large') throw tooLarge();
  const signed = { method, path: target.path, query: target.query, headers };
  const caller = url.authType === 'AWS_IAM' ? parts.callerOf(signed, body) : undefined;
  if (!parts.urls.mayCall(url, caller?.accountId)) {
    return sendAnswer(response, decorate(forbidden, url, request));
  }
  const invocation = toCall(parts, call, body, caller);
  if (url.invokeMode === 'RESPONSE_STREAM') {
    const finish = <Head extends Omit<Answer, 'body'>>(head: Head): Head => decorate(head, url, request);
    return answerWithStream(parts.urls, url, invocation, response, finish);
  }
  const outcome = await parts.urls.invoke(url, invocation);
  const result = outcome.kind === 'success' ? toResponse(outcome.payload) : functionFailed;
  sendAnswer(response, decorate(result, url, request));
}

function toCall(
  parts: FunctionUrlParts,
  { request, response, target, address, url }: Call,
  body: Uint8Array,
  caller: UrlCaller | undefined,
): UrlCall {
  const traceHeader = String(request.headers['x-amzn-trace-id'] ?? newTrace(parts.now()));
  const isHostForm = target.path === address.path;
  const event = toEvent(
    {
      method: request.method ?? 'GET',
      path: address.path,
      query: target.query,
      httpVersion: request.httpVersion,
      rawHeaders: request.rawHeaders,
      body,
      sourceIp: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
      port: request.socket.localPort ?? 0,
    },
    {
      urlId: url.urlId,
      domainName: isHostForm ? target.hostName : `${url.urlId}.lambda-url.${url.region}.localhost`,
      requestId: target.requestId,
      traceHeader,
      nowMs: parts.now(),
      ownerAccount: url.accountId,
      caller,
    },
  );
  const hangUp = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) hangUp.abort();
  });
  return {
    payload: Buffer.from(JSON.stringify(event)),
    requestId: target.requestId,
    traceHeader,
    signal: hangUp.signal,
  };
}

function decorate<Head extends Omit<Answer, 'body'>>(
  head: Head,
  url: FunctionUrlRecord,
  request: IncomingMessage,
): Head {
  return { ...head, headers: withCors(head.headers, url.cors, request.headers.origin) };
}

const forbidden = refusal(403, 'AccessDeniedException', {
  Message:
    'Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
});

function tooLarge(): ServiceError {
  return new ServiceError(
    'RequestEntityTooLargeException',
    413,
    `Request must be smaller than ${bodyBytesMax} bytes for the InvokeFunction operation`,
  );
}

/** Refusals of a call: throttling keeps its status and reason; what is our side's trouble is a bad gateway. */
function toRefusal(error: ServiceError): Answer {
  const reason = error.members['Reason'];
  return refusal(error.status >= 500 ? 502 : error.status, error.code, {
    ...(reason !== undefined && { Reason: reason }),
    Message: error.message,
  });
}
