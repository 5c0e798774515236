import { execFileSync } from 'node:child_process';
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type Harness } from '../test-harness.ts';

/** A runtime on nothing but the standard library, with a few ways to misbehave. */
const bootstrap = `#!/usr/bin/env python3
import http.client, json, os, signal, socket, sys
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
def call(method, path, body=None, headers={}):
    api.request(method, "/2018-06-01/runtime/" + path, body, headers)
    answer = api.getresponse()
    return answer.status, answer.headers, answer.read()
print("starting", os.environ["_HANDLER"], flush=True)
if os.environ.get("INIT") == "error":
    status, _, _ = call("POST", "init/error", json.dumps({"errorType": "Mine.Bad", "errorMessage": "no"}), {"Lambda-Runtime-Function-Error-Type": "Runtime.NoConfig"})
    sys.exit(1)
if os.environ.get("INIT") == "exit":
    sys.exit(7)
if os.environ.get("INIT") == "killed":
    os.kill(os.getpid(), signal.SIGKILL)
def send_garbage(id):
    host, port = os.environ["AWS_LAMBDA_RUNTIME_API"].split(":")
    path = "POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\\r\\nHost: a\\r\\n" % id
    for text in ["nonsense\\r\\n\\r\\n", "\\0\\xff\\x16\\x03\\x01", "GET /" + "a" * 70000 + " HTTP/1.1\\r\\n\\r\\n", "POST /2018-06-01/runtime/invocation/%00/response HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: -1\\r\\n\\r\\n", "DELETE /2018-06-01/runtime/invocation/next HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n", path.replace(id, "..%2f") + "Content-Length: 2\\r\\n\\r\\n{}", "POST /2018-06-01/runtime/init/error HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 9\\r\\n\\r\\n{{{{{{{{{"]:
        peer = socket.create_connection((host, int(port)))
        peer.sendall(text.encode("latin1"))
        peer.settimeout(0.1)
        try:
            peer.recv(1)
        except OSError:
            pass
        peer.close()
told = []
while True:
    status, headers, body = call("GET", "invocation/next")
    id = headers["Lambda-Runtime-Aws-Request-Id"]
    event = json.loads(body)
    print("handling", event.get("kind"), flush=True)
    kind = event.get("kind")
    if kind == "error":
        call("POST", "invocation/%s/error" % id, json.dumps({"errorMessage": "mine", "errorType": "Mine"}), {"Lambda-Runtime-Function-Error-Type": "Function.Mine"})
    elif kind == "exit":
        os._exit(5)
    elif kind == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif kind == "killed after the answer":
        call("POST", "invocation/%s/response" % id, "1")
        os.kill(os.getpid(), signal.SIGKILL)
    elif kind == "garbage":
        send_garbage(id)
        call("POST", "invocation/%s/response" % id, '"sound"')
    elif kind == "cut":
        api.putrequest("POST", "/2018-06-01/runtime/invocation/%s/response" % id)
        api.putheader("Content-Length", "100")
        api.endheaders(b'"half')
        api.close()
        sys.exit(0)
    elif kind == "bad chunks":
        api.putrequest("POST", "/2018-06-01/runtime/invocation/%s/response" % id)
        api.putheader("Transfer-Encoding", "chunked")
        api.endheaders(b"zz\\r\\n")
        sys.exit(0)
    elif kind == "twice":
        call("POST", "invocation/%s/response" % id, "1")
        told.append(call("POST", "invocation/%s/response" % id, "2")[::2])
    elif kind == "wrong":
        told.append(call("POST", "invocation/nobody/response", "2")[::2])
        call("POST", "invocation/%s/response" % id, "3")
    elif kind == "large":
        told.append(call("POST", "invocation/%s/response" % id, b"x" * 7000000)[::2])
        api.close()
    elif kind == "stream":
        def parts():
            yield b"one"
            yield b"two"
        api.request("POST", "/2018-06-01/runtime/invocation/%s/response" % id, parts(), {"Lambda-Runtime-Function-Response-Mode": "streaming", "Content-Type": "text/plain", "Transfer-Encoding": "chunked"}, encode_chunked=True)
        api.getresponse().read()
    elif kind == "hang":
        import time
        time.sleep(60)
    else:
        told = [[status, json.loads(text)] for status, text in told]
        call("POST", "invocation/%s/response" % id, json.dumps({"told": told, "event": event, "arn": headers["Lambda-Runtime-Invoked-Function-Arn"], "client": headers["Lambda-Runtime-Client-Context"]}))
        told = []
`;

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness({ limits: { spares: 0 } });
});
afterAll(() => harness[Symbol.asyncDispose]());

function describeBootstrap(more = {}) {
  return harness.describe({ bootstrap }, { runtime: 'provided.al2023', handler: 'my.handler', ...more });
}

describe('the Runtime API', () => {
  it('serves a bootstrap over many calls, with its output in the log', async () => {
    const launch = describeBootstrap();
    const first = await harness.invoke(launch, { n: 1 }, { clientContext: '{"a":1}' });
    const second = await harness.invoke(launch, { n: 2 });
    expect(first.value).toMatchObject({
      event: { n: 1 },
      arn: expect.stringContaining('function') as string,
      client: '{"a":1}',
    });
    expect(first.log).toContain('starting my.handler\n');
    expect(second.report.logStream).toBe(first.report.logStream);
    expect(second.log).toContain('handling None\nEND RequestId: ');
  });

  it('passes on errors that the runtime reports, word for word', async () => {
    const told = await harness.invoke(describeBootstrap(), { kind: 'error' });
    expect(told).toMatchObject({
      kind: 'function-error',
      value: { errorMessage: 'mine', errorType: 'Mine' },
    });
  });

  it('refuses a second answer and an answer for nobody, and keeps the right one', async () => {
    const launch = describeBootstrap();
    expect((await harness.invoke(launch, { kind: 'twice' })).value).toBe(1);
    expect((await harness.invoke(launch, { kind: 'wrong' })).value).toBe(3);
    const { value } = await harness.invoke(launch);
    expect(value).toMatchObject({
      told: [
        [403, { errorType: 'InvalidStateTransition' }],
        [400, { errorType: 'InvalidRequestID', errorMessage: 'Invalid request ID' }],
      ],
    });
  });

  it('keeps the answer of a bootstrap that is killed before it asks for more, and starts another', async () => {
    const launch = describeBootstrap();
    const killed = await harness.invoke(launch, { kind: 'killed after the answer' });
    expect(killed.value).toBe(1);
    const next = await harness.invoke(launch, { n: 1 });
    expect(next.value).toMatchObject({ event: { n: 1 } });
    expect(next.report.logStream).not.toBe(killed.report.logStream);
  });

  it('is not disturbed by what is no call of it', async () => {
    const launch = describeBootstrap();
    const first = await harness.invoke(launch, { kind: 'garbage' });
    expect(first.value).toBe('sound');
    const second = await harness.invoke(launch, { n: 2 });
    expect(second.value).toMatchObject({ event: { n: 2 } });
    expect(second.report.logStream).toBe(first.report.logStream);
  });

  it('refuses an answer that is too large and tells both sides', async () => {
    const launch = describeBootstrap();
    const told = await harness.invoke(launch, { kind: 'large' });
    expect(told.value).toMatchObject({ errorType: 'Function.ResponseSizeTooLarge' });
    expect((await harness.invoke(launch)).value).toMatchObject({
      told: [[413, { errorType: 'RequestEntityTooLarge' }]],
    });
  });

  it('hands on a streamed answer', async () => {
    const chunks: Buffer[] = [];
    let type = '';
    const told = await harness.invoke(
      describeBootstrap(),
      { kind: 'stream' },
      {
        onChunk: (chunk) => chunks.push(Buffer.from(chunk)),
        onStreamStart: (contentType) => (type = contentType),
      },
    );
    expect(told.kind).toBe('success');
    expect(Buffer.concat(chunks).toString()).toBe('onetwo');
    expect(type).toBe('text/plain');
  });

  it.each([
    ['exits while it handles a call', {}, { kind: 'exit' }, 'Runtime.ExitError', /exit status 5$/],
    ['exits during Init', { INIT: 'exit' }, {}, 'Runtime.ExitError', /exit status 7$/],
    ['is killed while it handles a call', {}, { kind: 'killed' }, 'Runtime.ExitError', /signal: killed$/],
    ['is killed during Init', { INIT: 'killed' }, {}, 'Runtime.ExitError', /signal: killed$/],
    ['breaks off in its answer', {}, { kind: 'cut' }, 'Runtime.TruncatedResponse', /./],
    ['answers in chunks that are none', {}, { kind: 'bad chunks' }, 'Runtime.TruncatedResponse', /./],
    ['reports an error of Init', { INIT: 'error' }, {}, 'Mine.Bad', /^no$/],
  ])('answers for a bootstrap that %s', async (_name, variables, event, errorType, message) => {
    const told = await harness.invoke(describeBootstrap({ variables }), event);
    expect(told.value).toMatchObject({ errorType, errorMessage: expect.stringMatching(message) as string });
  });

  it('ends a bootstrap at the time limit', async () => {
    const told = await harness.invoke(describeBootstrap({ timeoutSeconds: 1 }), { kind: 'hang' });
    expect(told.value).toMatchObject({ errorType: 'Sandbox.Timedout' });
  });

  it('says so when there is no bootstrap', async () => {
    const told = await harness.invoke(harness.describe({ 'main.py': '' }, { runtime: 'provided.al2' }));
    expect(told.value).toEqual({
      errorType: 'Runtime.InvalidEntrypoint',
      errorMessage: `RequestId: ${told.requestId} Error: Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]`,
    });
  });

  it('finds the bootstrap of a layer', async () => {
    const layer = path.join(harness.folder, 'layer');
    fs.mkdirSync(layer);
    fs.writeFileSync(path.join(layer, 'bootstrap'), bootstrap, { mode: 0o755 });
    const launch = harness.describe(
      { 'data.txt': 'x' },
      { runtime: 'provided.al2023', layerFolders: [layer] },
    );
    expect((await harness.invoke(launch, { n: 1 })).value).toMatchObject({ event: { n: 1 } });
  });

  it('never grows more environments for one caller after another', async () => {
    const launch = describeBootstrap();
    const streams = new Set<string>();
    for (let call = 0; call < 50; call += 1) streams.add((await harness.invoke(launch)).report.logStream);
    // On a busy machine a slow `next` may cost one more; without the wait it was one for every few calls.
    expect(streams.size).toBeLessThanOrEqual(3);
  });

  it('runs a Go program', async ({ skip }) => {
    const program = `package main
import ("bytes"; "io"; "net/http"; "os")
func main() {
  base := "http://" + os.Getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/"
  for {
    next, err := http.Get(base + "next")
    if err != nil { os.Exit(1) }
    event, _ := io.ReadAll(next.Body)
    next.Body.Close()
    answer, err := http.Post(base + next.Header.Get("Lambda-Runtime-Aws-Request-Id") + "/response", "application/json", bytes.NewReader(event))
    if err != nil { os.Exit(2) }
    answer.Body.Close()
  }
}`;
    const launch = harness.describe({ 'main.go': program }, { runtime: 'provided.al2023' });
    try {
      execFileSync('go', ['build', '-o', 'bootstrap', 'main.go'], {
        cwd: launch.codeFolder,
        env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=mod', GO111MODULE: 'off' },
        stdio: 'pipe',
      });
    } catch (error) {
      console.warn(`The Go test is skipped, since go build does not work here: ${String(error)}`);
      return skip();
    }
    expect((await harness.invoke(launch, { from: 'go' })).value).toEqual({ from: 'go' });
    expect((await harness.invoke(launch, [1, 2])).value).toEqual([1, 2]);
  }, 120_000);
});
