import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchDescription } from '../launch.ts';
import { openHarness, processesNaming, until, type Harness } from '../test-harness.ts';

/** An extension on Python's standard library: it does what the variables of the function say, and prints what it sees. */
const extension = `#!/usr/bin/env python3
import http.client, http.server, json, os, sys, threading, time
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
name = os.path.basename(__file__)
def call(method, path, body=None, **headers):
    api.request(method, path, None if body is None else json.dumps(body), {"Lambda-" + key.replace("_", "-"): value for key, value in headers.items()})
    answer = api.getresponse()
    text = answer.read()
    return answer, text if not text.startswith(b"{") else json.loads(text)
def say(*parts):
    print("[%s]" % name, *parts, flush=True)
if os.environ.get("CRASH") == "start":
    sys.exit(9)
answer, about = call("POST", "/2020-01-01/extension/register", {"events": ["INVOKE", "SHUTDOWN"]}, Extension_Name=name, Extension_Accept_Feature="accountId")
me = answer.headers["Lambda-Extension-Identifier"]
say("registered", json.dumps(about, sort_keys=True), sorted(key for key in os.environ if key.startswith("_") or key in ("AWS_EXECUTION_ENV", "MINE")))
say("twice", call("POST", "/2020-01-01/extension/register", {"events": []}, Extension_Name=name)[1]["errorType"])
say("nobody", call("GET", "/2020-01-01/extension/event/next")[1]["errorType"])
if os.environ.get("TELEMETRY"):
    class Listener(http.server.BaseHTTPRequestHandler):
        def log_message(self, *parts): pass
        def do_POST(self):
            events = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()
            with open(os.environ.get("TMPDIR", "/tmp") + "/telemetry", "a") as file:
                for event in events:
                    file.write(json.dumps(event) + "\\n")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    kind = json.loads(os.environ["TELEMETRY"])
    body = {"schemaVersion": "2022-12-13", "types": kind, "buffering": {"timeoutMs": 25, "maxBytes": 262144, "maxItems": 1000}, "destination": {"protocol": "HTTP", "URI": "http://sandbox.localdomain:%d/" % server.server_port}}
    wrong = dict(body, destination={"protocol": "HTTP", "URI": "http://127.0.0.1:1/"})
    say("elsewhere", call("PUT", "/2022-07-01/telemetry", wrong, Extension_Identifier=me)[0].status)
    say("subscribed", call("PUT", "/2022-07-01/telemetry", body, Extension_Identifier=me)[1])
if os.environ.get("CRASH") == "init":
    call("POST", "/2020-01-01/extension/init/error", {"errorMessage": "no"}, Extension_Identifier=me, Extension_Function_Error_Type="Extension.NoConfig")
    sys.exit(1)
while True:
    answer, event = call("GET", "/2020-01-01/extension/event/next", Extension_Identifier=me)
    say("event", json.dumps(event, sort_keys=True))
    if event["eventType"] == "SHUTDOWN":
        time.sleep(float(os.environ.get("LINGER", "0")))
        say("bye")
        break
    if os.environ.get("CRASH") == "invoke":
        time.sleep(0.2)
        sys.exit(7)
    time.sleep(float(os.environ.get("BUSY", "0")))
    say("done")
`;
const node = {
  'index.js': `console.log('loaded'); exports.handler = async (event) => { console.log('handling'); if (event.wait) await new Promise((r) => setTimeout(r, event.wait)); return { api: typeof process.env.AWS_LAMBDA_RUNTIME_API }; };`,
};
/** An internal extension registers from within the function's own process. */
const internal = {
  'index.mjs': `import http from 'node:http';
const call = (method, path, headers, body) => new Promise((resolve, reject) => {
  const request = http.request('http://' + process.env.AWS_LAMBDA_RUNTIME_API + path, { method, headers }, (response) => {
    let text = ''; response.on('data', (part) => (text += part)); response.on('end', () => resolve({ id: response.headers['lambda-extension-identifier'], body: JSON.parse(text) }));
  });
  request.on('error', reject); request.end(body);
});
const seen = [];
const refused = await call('POST', '/2020-01-01/extension/register', { 'Lambda-Extension-Name': 'inner' }, JSON.stringify({ events: ['SHUTDOWN'] }));
seen.push(refused.body.errorType);
const { id } = await call('POST', '/2020-01-01/extension/register', { 'Lambda-Extension-Name': 'inner' }, JSON.stringify({ events: ['INVOKE'] }));
(async () => { for (;;) seen.push((await call('GET', '/2020-01-01/extension/event/next', { 'Lambda-Extension-Identifier': id })).body.requestId); })().catch(() => {});
export const handler = async () => seen;`,
};

let harness: Harness;
let layer: string;
beforeAll(async () => {
  harness = await openHarness({ limits: { spares: 0 } });
  layer = path.join(harness.folder, 'layer');
  fs.mkdirSync(path.join(layer, 'extensions', 'folder'), { recursive: true });
  fs.writeFileSync(path.join(layer, 'extensions', 'watcher'), extension, { mode: 0o755 });
  fs.writeFileSync(path.join(layer, 'extensions', 'notes.txt'), 'no program');
});
afterAll(() => harness[Symbol.asyncDispose]());

function extended(files: Record<string, string>, more: Partial<LaunchDescription> = {}): LaunchDescription {
  return harness.describe(files, { layerFolders: [layer], memoryMb: 256, ...more });
}

describe('an external extension', () => {
  it('starts before the function, sees every invocation, and hears of the end', async () => {
    const launch = extended(node, { variables: { MINE: 'yes' } });
    const from = harness.messages.length;
    const first = await harness.invoke(launch, {}, { traceHeader: 'Root=1-2' });
    const second = await harness.invoke(launch);
    expect(second.report.logStream).toBe(first.report.logStream);
    harness.runtimes.retire(launch.key);
    await until(() => harness.messages.slice(from).some((text) => text.includes('bye')));
    const lines = harness.messages.slice(from).map((text) => text.trimEnd());
    const about = `{"accountId": "000000000000", "functionName": "${launch.functionName}", "functionVersion": "$LATEST", "handler": "index.handler"}`;
    const said = lines.filter((line) => line.startsWith('[watcher]'));
    expect(said.slice(0, 3)).toEqual([
      `[watcher] registered ${about} ['MINE']`,
      '[watcher] twice Extension.InvalidExtensionState',
      '[watcher] nobody Extension.MissingExtensionIdentifier',
    ]);
    const events = said
      .filter((line) => line.startsWith('[watcher] event '))
      .map((line) => JSON.parse(line.slice('[watcher] event '.length)) as unknown);
    const invoked = {
      eventType: 'INVOKE',
      deadlineMs: expect.any(Number) as number,
      invokedFunctionArn: expect.stringContaining(launch.functionName) as string,
    };
    expect(events).toEqual([
      { ...invoked, requestId: first.requestId, tracing: { type: 'X-Amzn-Trace-Id', value: 'Root=1-2' } },
      { ...invoked, requestId: second.requestId, tracing: { type: 'X-Amzn-Trace-Id', value: '' } },
      { eventType: 'SHUTDOWN', shutdownReason: 'spindown', deadlineMs: expect.any(Number) as number },
    ]);
    const order = [
      '[watcher] registered',
      'loaded',
      'EXTENSION\tName: watcher\tState: Ready\tEvents: [INVOKE, SHUTDOWN]',
      'START RequestId',
    ];
    const places = order.map((text) => lines.findIndex((line) => line.includes(text)));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
    await until(() => processesNaming(launch.functionName).length === 0);
  });

  it('keeps the environment until it has finished, but not the caller', async () => {
    const launch = extended(node, { variables: { BUSY: '0.5' } });
    await harness.invoke(launch);
    const startedAt = performance.now();
    const [one, other] = await Promise.all([harness.invoke(launch), harness.invoke(launch)]);
    expect(one.value).toEqual(other.value);
    expect(one.report.durationMs).toBeLessThan(400);
    // The first call's environment was busy with its extension: the second call had to wait or start its own.
    expect(performance.now() - startedAt).toBeLessThan(20_000);
  });

  it('hears why an environment ends, and may take two seconds at most', async () => {
    const launch = extended(node, { timeoutSeconds: 1, variables: { LINGER: '30' } });
    const from = harness.messages.length;
    const told = await harness.invoke(launch, { wait: 5000 });
    expect(told.value).toMatchObject({ errorType: 'Sandbox.Timedout' });
    await until(() =>
      harness.messages.slice(from).some((text) => text.includes('"shutdownReason": "timeout"')),
    );
    await until(() => processesNaming(launch.functionName).length === 0);
    expect(harness.messages.slice(from).join('')).not.toContain('bye');
  });

  it.each([
    ['start', 'Extension.Crash', 'exit status 9'],
    ['init', 'Extension.InitError', 'Extension.NoConfig'],
    ['invoke', 'Extension.Crash', 'exit status 7'],
  ])('that fails at %s fails the call', async (when, errorType, reason) => {
    const launch = extended(node, { variables: { CRASH: when } });
    const told = await harness.invoke(launch, { wait: 3000 });
    expect(told.value).toEqual({ errorType, errorMessage: `RequestId: ${told.requestId} Error: ${reason}` });
    expect(told.log).toContain(`\tError Type: ${errorType}\n`);
  });

  it('works with a bootstrap and with Python too', async () => {
    const bootstrap = `#!/usr/bin/env python3
import http.client, os
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
while True:
    api.request("GET", "/2018-06-01/runtime/invocation/next")
    answer = api.getresponse()
    answer.read()
    api.request("POST", "/2018-06-01/runtime/invocation/%s/response" % answer.headers["Lambda-Runtime-Aws-Request-Id"], '"own"')
    api.getresponse().read()
`;
    const provided = await harness.invoke(extended({ bootstrap }, { runtime: 'provided.al2023' }));
    expect(provided.value).toBe('own');
    expect(provided.log).toContain('EXTENSION\tName: watcher\tState: Ready');
    const runtime = harness.runtimes.found
      .flatMap(({ identifiers }) => identifiers)
      .find((name) => name.startsWith('python'));
    if (runtime === undefined) return;
    const python = await harness.invoke(
      extended(
        { 'app.py': 'def handler(event, context):\n  return "python"' },
        { runtime, handler: 'app.handler' },
      ),
    );
    expect(python.value).toBe('python');
  });
});

describe('an internal extension', () => {
  it('registers for INVOKE alone, and sees it', async () => {
    fs.mkdirSync(path.join(harness.folder, 'plain-layer'), { recursive: true });
    const launch = harness.describe(internal, { layerFolders: [path.join(harness.folder, 'plain-layer')] });
    await harness.invoke(launch);
    const told = await harness.invoke(launch);
    expect(told.value).toEqual(['Extension.InvalidEventType', expect.any(String), told.requestId]);
  });
});

describe('the Telemetry API', () => {
  it('delivers what the platform, the function and extensions say', async () => {
    const launch = extended(
      {
        'index.js': `const fs = require('node:fs'); exports.handler = async (event) => { console.log('handling', event.n); const file = (process.env.TMPDIR ?? '/tmp') + '/telemetry'; if (event.wait) while (!fs.existsSync(file) || !fs.readFileSync(file, 'utf8').includes('platform.report')) await new Promise((r) => setTimeout(r, 20)); return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\\n').map((line) => JSON.parse(line)) : []; };`,
      },
      { variables: { TELEMETRY: '["platform","function","extension"]' } },
    );
    const first = await harness.invoke(launch, { n: 1 });
    const second = await harness.invoke(launch, { n: 2, wait: true });
    const events = second.value as { time: string; type: string; record: unknown }[];
    const types = events.map(({ type }) => type);
    expect(types.filter((type) => type.startsWith('platform.')).slice(0, 9)).toEqual([
      'platform.initStart',
      'platform.telemetrySubscription',
      'platform.extension',
      'platform.initRuntimeDone',
      'platform.initReport',
      'platform.start',
      'platform.runtimeDone',
      'platform.report',
      'platform.start',
    ]);
    expect(events[0]?.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'function', record: expect.stringContaining('handling 1') as string }),
    );
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'extension', record: "[watcher] subscribed b'OK'\n" }),
    );
    expect(events.find(({ type }) => type === 'platform.report')?.record).toMatchObject({
      requestId: first.requestId,
      status: 'success',
      metrics: { memorySizeMB: 256 },
    });
    expect(first.log).toContain(
      'TELEMETRY\tName: watcher\tState: Subscribed\tTypes: [Platform, Function, Extension]\n',
    );
    expect(first.log).toContain('[watcher] elsewhere 400\n');
  });
});
