// Runs inside every Node.js environment, on Node 18 and newer, without dependencies: one file, shipped as it is.
// Protocol: see framing.ts. Behaviour follows AWS's Node.js runtime: handler loading, console, error shapes.
import { performance } from 'node:perf_hooks';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { createRequire } from 'node:module';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import util from 'node:util';
import { Worker } from 'node:worker_threads';

const kinds = {
  launch: 1,
  invoke: 2,
  ready: 10,
  initError: 11,
  answer: 12,
  error: 13,
  streamStart: 14,
  chunk: 15,
  streamEnd: 16,
};
const logKinds = { event: 1, output: 2, errors: 3 };
const responseBytesMax = 6291556;
const chunkBytesMax = 256 * 1024;
const streaming = Symbol.for('lambdeck.streaming');

const control = new net.Socket({ fd: 3, readable: true, writable: true });
// The endpoint is gone: nobody is left to answer to.
control.on('close', () => process.kill(process.pid, 'SIGKILL'));
control.on('error', () => process.kill(process.pid, 'SIGKILL'));

let launch;
// Has the handler, and calls it as AWS's client does: traces name it `Runtime.handler`.
class Runtime {}
const runtime = new Runtime();
/** The running invocation: { id, settle(kind, header, body), onEmptyLoop } */
let current;

// A handler in an endless loop never hears that its socket was closed; a thread of its own sees the endpoint gone.
function followEndpoint(pid) {
  const watch = `
    const { workerData: pid } = require('node:worker_threads');
    setInterval(() => {
      try {
        process.kill(pid, 0);
      } catch (error) {
        if (error.code === 'ESRCH') process.kill(process.pid, 'SIGKILL');
      }
    }, 500);`;
  const watcher = new Worker(watch, { eval: true, workerData: pid, execArgv: [], env: {} });
  watcher.on('error', () => undefined).unref();
}

// --- sending -------------------------------------------------------------------------------------------

// Reading it costs more than the rest of an answer; the endpoint looks at the process by itself as well. A failure
// always tells: it may be the memory that ran out.
const rssAgeMsMax = 20;
let rssReadAt = -Infinity;

function memory(kind) {
  const now = performance.now();
  const isFailure = kind === kinds.error || kind === kinds.initError;
  if (!isFailure && now - rssReadAt < rssAgeMsMax) return undefined;
  rssReadAt = now;
  return process.memoryUsage.rss();
}

const noBytes = Buffer.alloc(0);
// Kept: function code may put something else in its place.
const { writeSync } = fs;

function send(kind, header, body = noBytes, done) {
  const rss = memory(kind);
  const head = Buffer.from(JSON.stringify(rss === undefined ? header : { ...header, rss }));
  const frame = Buffer.allocUnsafe(9 + head.length + body.length);
  frame.writeUInt32BE(5 + head.length + body.length, 0);
  frame.writeUInt8(kind, 4);
  frame.writeUInt32BE(head.length, 5);
  frame.set(head, 9);
  frame.set(body, 9 + head.length);
  // Straight into the socket, as long as nothing waits before it: a stream's way there costs several times the write.
  const rest = done === undefined && control.writableLength === 0 ? afterDirectWrite(frame) : frame;
  return rest.length === 0 || control.write(rest, done);
}

// What the socket did not take at once.
function afterDirectWrite(frame) {
  try {
    return frame.subarray(writeSync(3, frame));
  } catch {
    // Full, or the endpoint is gone: the stream hears of either.
    return frame;
  }
}

// Blocking on purpose: what was logged before an exit or an answer has left the process by then.
function sendLog(kind, text) {
  const body =
    typeof text === 'string' ? Buffer.from(text) : Buffer.from(text.buffer, text.byteOffset, text.byteLength);
  for (let start = 0; start === 0 || start < body.length; start += chunkBytesMax * 4) {
    const part = body.subarray(start, start + chunkBytesMax * 4);
    const frame = Buffer.allocUnsafe(5 + part.length);
    frame.writeUInt32BE(1 + part.length, 0);
    frame.writeUInt8(start === 0 ? kind : logKinds.output, 4);
    part.copy(frame, 5);
    for (let written = 0; written < frame.length;) {
      try {
        written += writeSync(4, frame, written);
      } catch (error) {
        if (error.code !== 'EAGAIN') return;
      }
    }
  }
}

function exitAfter(kind, header, body, status) {
  send(kind, { ...header, fatal: true }, body, () => realExit(status));
}

const realExit = process.exit.bind(process);

// --- errors --------------------------------------------------------------------------------------------

function named(type, message, cause) {
  const error = new Error(message);
  error.name = type;
  if (cause?.stack) error.stack = cause.stack;
  return error;
}

// Where /var/task is not a real path, traces show it all the same.
function displayed(text) {
  return launch && launch.taskRoot !== '/var/task' ? text.replaceAll(launch.taskRoot, '/var/task') : text;
}

function isError(value) {
  return (
    value instanceof Error ||
    (typeof value === 'object' &&
      value !== null &&
      typeof value.message === 'string' &&
      typeof value.stack === 'string')
  );
}

function errorDocument(error) {
  if (isError(error)) {
    return {
      errorType: String(error.name ?? 'Error'),
      errorMessage: displayed(String(error.message)),
      ...(error.extra ?? {}),
      trace: displayed(String(error.stack ?? '')).split('\n'),
    };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

// Header and body of a failure.
function failure(document, id) {
  return [{ id, errorType: document.errorType }, Buffer.from(JSON.stringify(document))];
}

function logError(title, error) {
  const { errorType, errorMessage, trace, ...extra } = errorDocument(error);
  const own = isError(error)
    ? Object.fromEntries(Object.entries(error).filter(([key]) => key !== 'name' && key !== 'extra'))
    : {};
  if (launch?.logFormat === 'JSON') {
    writeJson('ERROR', { errorType, errorMessage, ...extra, stackTrace: trace });
    return;
  }
  let text;
  try {
    text = JSON.stringify({ errorType, errorMessage, ...own, ...extra, stack: trace });
  } catch {
    text = JSON.stringify({ errorType, errorMessage, stack: trace });
  }
  writeText('ERROR', `${title}\t${text}`);
}

// --- console -------------------------------------------------------------------------------------------

function writeText(level, message) {
  const line = `${new Date().toISOString()}\t${current?.id}\t${level}\t${message}`;
  sendLog(logKinds.event, `${line}\n`);
}

function writeJson(level, message, error) {
  const record = { timestamp: new Date().toISOString(), level, requestId: current?.id, message };
  if (current?.tenantId !== undefined) record.tenantId = current.tenantId;
  if (error) {
    record.errorType = error.errorType;
    record.errorMessage = error.errorMessage;
    record.stackTrace = error.trace;
  }
  let text;
  try {
    text = JSON.stringify(record);
  } catch {
    text = JSON.stringify({ ...record, message: util.inspect(message) });
  }
  sendLog(logKinds.event, `${text}\n`);
}

function patchConsole() {
  const print =
    (level) =>
    (...values) => {
      if (launch.logFormat !== 'JSON') return writeText(level, util.format(...values));
      const error = values.find(isError);
      const only = values.length === 1 ? values[0] : undefined;
      const message =
        only !== undefined && typeof only === 'object' && !isError(only) ? only : util.format(...values);
      return writeJson(level, message, error && errorDocument(error));
    };
  console.log = print('INFO');
  console.info = print('INFO');
  console.debug = print('DEBUG');
  console.warn = print('WARN');
  console.error = print('ERROR');
  console.trace = print('TRACE');
  console.fatal = print('FATAL');
  for (const [stream, kind] of [
    [process.stdout, logKinds.output],
    [process.stderr, logKinds.errors],
  ]) {
    stream.write = (data, encoding, done) => {
      const callback = typeof encoding === 'function' ? encoding : done;
      sendLog(
        kind,
        typeof data === 'string' ? Buffer.from(data, typeof encoding === 'string' ? encoding : 'utf8') : data,
      );
      if (callback) process.nextTick(callback);
      return true;
    };
  }
}

// --- streaming -----------------------------------------------------------------------------------------

const httpIntegrationType = 'application/vnd.awslambda.http-integration-response';

class ResponseStream extends Writable {
  constructor(id, options) {
    super(options);
    this.id = id;
    this.isStarted = false;
    this.contentType = 'application/octet-stream';
  }
  setContentType(contentType) {
    if (this.isStarted)
      throw named('Runtime.InvalidStreamingOperation', 'Cannot set content-type, too late.');
    this.contentType = contentType;
  }
  begin() {
    if (this.isStarted) return;
    this.isStarted = true;
    send(kinds.streamStart, { id: this.id, contentType: this.contentType });
  }
  _write(data, encoding, done) {
    this.begin();
    const bytes = typeof data === 'string' ? Buffer.from(data, encoding) : Buffer.from(data);
    for (let start = 0; start + chunkBytesMax < bytes.length; start += chunkBytesMax) {
      send(kinds.chunk, { id: this.id }, bytes.subarray(start, start + chunkBytesMax));
    }
    const last = bytes.length === 0 ? 0 : Math.floor((bytes.length - 1) / chunkBytesMax) * chunkBytesMax;
    send(kinds.chunk, { id: this.id }, bytes.subarray(last), done);
  }
  _final(done) {
    this.begin();
    done();
  }
}

globalThis.awslambda = {
  streamifyResponse(streamHandler, options) {
    streamHandler[streaming] = options ?? {};
    return streamHandler;
  },
  HttpResponseStream: {
    from(stream, prelude) {
      stream.setContentType(httpIntegrationType);
      stream.write(Buffer.concat([Buffer.from(JSON.stringify(prelude)), Buffer.alloc(8)]));
      return stream;
    },
  },
};

// --- loading the handler -------------------------------------------------------------------------------

function isModulePackage(file) {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    try {
      return JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).type === 'module';
    } catch (error) {
      if (error.code !== 'ENOENT') return false;
    }
    if (folder === path.dirname(folder) || folder === launch.taskRoot) return false;
  }
}

async function loadModule(name) {
  const base = path.resolve(launch.taskRoot, name);
  const require = createRequire(path.join(launch.taskRoot, 'lambda-runtime.js'));
  const isFile = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  if (isFile(base)) return require(base);
  if (isFile(`${base}.js`)) {
    return isModulePackage(`${base}.js`) ? import(pathToFileURL(`${base}.js`).href) : require(`${base}.js`);
  }
  if (isFile(`${base}.mjs`)) return import(pathToFileURL(`${base}.mjs`).href);
  if (isFile(`${base}.cjs`)) return require(`${base}.cjs`);
  try {
    return require(
      require.resolve(name, { paths: [launch.taskRoot, ...(require.resolve.paths(name) ?? [])] }),
    );
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND' || !String(error.message).includes(`'${name}'`)) throw error;
    throw Object.assign(new Error(`Cannot find module '${name}'\nRequire stack:\n- /var/runtime/index.mjs`), {
      code: 'MODULE_NOT_FOUND',
    });
  }
}

async function loadHandler() {
  const text = launch.handler;
  if (text.includes('..')) {
    throw named(
      'Runtime.MalformedHandlerName',
      `'${text}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`,
    );
  }
  const slash = text.lastIndexOf('/');
  const dot = text.indexOf('.', slash + 1);
  if (dot <= slash + 1 || dot === text.length - 1) throw named('Runtime.MalformedHandlerName', 'Bad handler');
  const moduleName = text.slice(0, dot);
  const exported = text.slice(dot + 1);
  let loaded;
  try {
    loaded = await loadModule(moduleName);
  } catch (error) {
    if (error instanceof SyntaxError) throw named('Runtime.UserCodeSyntaxError', String(error), error);
    if (error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND') {
      throw named('Runtime.ImportModuleError', String(error), error);
    }
    throw error;
  }
  const find = (root) => exported.split('.').reduce((value, key) => value?.[key], root);
  const found = find(loaded) ?? find(loaded?.default);
  if (found === undefined || found === null)
    throw named('Runtime.HandlerNotFound', `${text} is undefined or not exported`);
  if (typeof found !== 'function') throw named('Runtime.HandlerNotFound', `${text} is not a function`);
  if (launch.nodeMajor >= 24 && found.length >= 3 && found[streaming] === undefined) {
    throw named(
      'Runtime.CallbackHandlerDeprecated',
      'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.',
    );
  }
  return found;
}

async function start(message) {
  launch = message;
  if (message.endpointPid !== undefined) followEndpoint(message.endpointPid);
  // A waiting process was started before its function was known: it becomes the function's process now.
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, message.variables);
  createRequire(import.meta.url)('node:module').Module._initPaths();
  patchConsole();
  try {
    process.chdir(message.taskRoot);
    runtime.handler = await loadHandler();
  } catch (error) {
    logError('Uncaught Exception ', error);
    return exitAfter(kinds.initError, ...failure(errorDocument(error)), 1);
  }
  send(kinds.ready, {});
}

// --- invocations ---------------------------------------------------------------------------------------

function contextOf(header, finish) {
  const context = {
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: header.clientContext === undefined ? undefined : JSON.parse(header.clientContext),
    identity: undefined,
    invokedFunctionArn: header.arn,
    awsRequestId: header.id,
    tenantId: header.tenantId,
    getRemainingTimeInMillis: () => Math.max(0, header.deadlineMs - Date.now()),
  };
  if (launch.nodeMajor < 24) {
    context.done = (error, value) =>
      error === undefined || error === null ? finish.succeed(value) : finish.fail(error);
    context.succeed = finish.succeed;
    context.fail = finish.fail;
  }
  return context;
}

function invoke(header, body) {
  let isSettled = false;
  const settle = (kind, more, bytes) => {
    if (isSettled) return;
    isSettled = true;
    // Held by the user's own handles only while it ran; now the socket keeps the process alive again.
    control.ref();
    current = undefined;
    send(kind, more ?? { id: header.id }, bytes);
  };
  const fail = (error) => {
    if (isSettled) return;
    logError('Invoke Error ', error);
    settle(kinds.error, ...failure(errorDocument(error), header.id));
  };
  const succeed = (value) => {
    if (isSettled) return;
    let bytes;
    try {
      bytes = Buffer.from(JSON.stringify(value) ?? 'null');
    } catch {
      return fail(new Error('Unable to stringify response body'));
    }
    if (bytes.length > responseBytesMax) {
      const document = {
        errorMessage: `Response payload size exceeded maximum allowed payload size (${responseBytesMax} bytes).`,
        errorType: 'Function.ResponseSizeTooLarge',
      };
      return settle(kinds.error, ...failure(document, header.id));
    }
    settle(kinds.answer, undefined, bytes);
  };
  current = { id: header.id, tenantId: header.tenantId, onEmptyLoop: undefined };
  if (header.traceId === undefined) delete process.env._X_AMZN_TRACE_ID;
  else process.env._X_AMZN_TRACE_ID = header.traceId;
  let event;
  let context;
  try {
    event = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
    context = contextOf(header, { succeed, fail });
  } catch (error) {
    return fail(named('Runtime.UnmarshalError', String(error), error));
  }
  control.unref();
  const exits = () => exitAfterEmptyLoop(header.id, () => isSettled);
  if (runtime.handler[streaming] !== undefined) {
    current.onEmptyLoop = exits;
    return invokeStreaming(event, context, header, settle, fail);
  }
  const callback = (error, value) => {
    const end = () => (error === undefined || error === null ? succeed(value) : fail(error));
    if (isSettled) return;
    if (context.callbackWaitsForEmptyEventLoop) current.onEmptyLoop = end;
    else end();
  };
  current.onEmptyLoop = () => succeed(null);
  try {
    const result = runtime.handler(event, context, launch.nodeMajor < 24 ? callback : undefined);
    if (typeof result?.then === 'function') {
      if (!isSettled && current?.onEmptyLoop) current.onEmptyLoop = exits;
      result.then(succeed, fail);
    } else if (launch.nodeMajor >= 24 && result !== undefined) succeed(result);
  } catch (error) {
    fail(error);
  }
}

function invokeStreaming(event, context, header, settle, fail) {
  const stream = new ResponseStream(header.id, runtime.handler[streaming]);
  const failStream = (error) => {
    if (!stream.isStarted) return fail(error);
    logError('Invoke Error ', error);
    settle(kinds.streamEnd, ...failure(errorDocument(error), header.id));
  };
  stream.on('finish', () => settle(kinds.streamEnd));
  stream.on('error', failStream);
  try {
    const result = runtime.handler(event, stream, context);
    if (typeof result?.then !== 'function')
      fail(named('Runtime.MalformedStreamingHandler', 'Streaming does not support non-async handlers.'));
    else result.then(() => undefined, failStream);
  } catch (error) {
    failStream(error);
  }
}

function exitAfterEmptyLoop(id, isSettled) {
  if (isSettled()) return;
  const document = {
    errorType: 'Runtime.NodeJsExit',
    errorMessage:
      'The Lambda Runtime process exited before the handler finished: its event loop was empty and the promise it returned was still pending.',
    trace: [],
  };
  control.ref();
  exitAfter(kinds.error, ...failure(document, id), 0);
}

process.on('beforeExit', () => {
  if (!current?.onEmptyLoop) return;
  control.ref();
  setImmediate(current.onEmptyLoop);
});

function crash(title, error, status) {
  logError(title, error);
  const kind = current || runtime.handler ? kinds.error : kinds.initError;
  exitAfter(kind, ...failure(errorDocument(error), current?.id), status);
}

process.on('uncaughtException', (error) => crash('Uncaught Exception ', error, 129));
process.on('unhandledRejection', (reason) => {
  const error = named(
    'Runtime.UnhandledPromiseRejection',
    isError(reason) ? String(reason) : util.format(reason),
    isError(reason) ? reason : undefined,
  );
  error.extra = { reason: errorDocument(reason), promise: {} };
  crash('Unhandled Promise Rejection ', error, 128);
});

let received = [];
let receivedBytes = 0;
control.on('data', (data) => {
  received.push(data);
  receivedBytes += data.length;
  for (;;) {
    if (receivedBytes < 4) return;
    if (received[0].length < 4) received = [Buffer.concat(received)];
    const length = received[0].readUInt32BE(0);
    if (receivedBytes < 4 + length) return;
    const all = received.length === 1 ? received[0] : Buffer.concat(received);
    const rest = all.subarray(4 + length);
    received = rest.length > 0 ? [rest] : [];
    receivedBytes = rest.length;
    const kind = all.readUInt8(4);
    const headerLength = all.readUInt32BE(5);
    const header = JSON.parse(all.toString('utf8', 9, 9 + headerLength));
    if (kind === kinds.launch) void start(header);
    else if (kind === kinds.invoke) invoke(header, all.subarray(9 + headerLength, 4 + length));
  }
});
