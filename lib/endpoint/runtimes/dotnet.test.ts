import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDotnets } from './dotnet.ts';
import { openHarness, type Harness } from './test-harness.ts';

/** Stands in for the program `dotnet` where the machine has none: lists runtimes, and tells how it was started. */
const fake = `#!/bin/sh
if [ "$1" = --list-runtimes ]; then
  echo "Microsoft.AspNetCore.App 8.0.11 [/nowhere/shared/Microsoft.AspNetCore.App]"
  echo "Microsoft.NETCore.App 8.0.11 [/nowhere/shared/Microsoft.NETCore.App]"
  exit
fi
exec python3 - "$@" <<'END'
import http.client, json, os, sys
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
while True:
    api.request("GET", "/2018-06-01/runtime/invocation/next")
    answer = api.getresponse()
    answer.read()
    names = ("DOTNET_ROLL_FORWARD", "DOTNET_GCHeapHardLimit", "LAMBDA_RUNTIME_NAME", "AWS_EXECUTION_ENV", "_HANDLER", "MINE")
    told = {"args": sys.argv[1:], "variables": {name: os.environ.get(name) for name in names}}
    api.request("POST", "/2018-06-01/runtime/invocation/%s/response" % answer.headers["Lambda-Runtime-Aws-Request-Id"], json.dumps(told))
    api.getresponse().read()
END
`;

let harness: Harness;
let fakeFolder = '';
beforeAll(async () => {
  const bin = fs.mkdtempSync(path.join(os.tmpdir(), 'lambdeck-dotnet-'));
  fs.writeFileSync(path.join(bin, 'dotnet'), fake, { mode: 0o755 });
  harness = await openHarness({
    limits: { spares: 0 },
    searchPath: `${bin}:/usr/local/bin:/usr/bin:/bin`,
    isolation: 'portable',
  });
  fakeFolder = bin;
});
afterAll(async () => {
  await harness[Symbol.asyncDispose]();
  fs.rmSync(fakeFolder, { recursive: true });
});

describe('.NET', () => {
  it('is found by what dotnet lists', async () => {
    expect(await findDotnets(fakeFolder, fakeFolder)).toContainEqual(
      expect.objectContaining({ language: 'dotnet', version: '8.0.11', minor: 8 }),
    );
    expect(harness.runtimes.found).toContainEqual(expect.objectContaining({ version: '.NET 8.0.11' }));
  });

  it('starts the assembly that the handler names, behind the Runtime API', async () => {
    const launch = harness.describe(
      { 'Shop.dll': '' },
      { runtime: 'dotnet8', handler: 'Shop', memoryMb: 512, variables: { MINE: 'yes' } },
    );
    const told = await harness.invoke(launch);
    expect(told.value).toEqual({
      args: [path.join(launch.codeFolder, 'Shop.dll')],
      variables: {
        DOTNET_ROLL_FORWARD: null,
        DOTNET_GCHeapHardLimit: (460 * 1024 * 1024).toString(16),
        LAMBDA_RUNTIME_NAME: 'dotnet8',
        AWS_EXECUTION_ENV: 'AWS_Lambda_dotnet8',
        _HANDLER: 'Shop',
        MINE: 'yes',
      },
    });
    expect(harness.messages[0]).toMatch(/^INIT_START Runtime Version: dotnet:8\.v8\.0\.11\t/);
  });

  it('says so when a newer runtime stands in, and which one is missing', async () => {
    const older = harness.describe({ 'Shop.dll': '' }, { runtime: 'dotnet6', handler: 'Shop' });
    const told = await harness.invoke(older);
    expect(told.value).toMatchObject({ variables: { DOTNET_ROLL_FORWARD: 'Major' } });
    expect(told.log).toContain('[Lambdeck] dotnet6 is not installed on this machine; .NET 8.0.11 runs');
    await expect(
      harness.invoke(harness.describe({}, { runtime: 'dotnet10', handler: 'Shop' })),
    ).rejects.toThrow(/dotnet10 needs the \.NET 10 runtime or a newer one; found: 8\.0\.11\. Install/);
  });

  it('refuses a method of a class library without an SDK, and says what to do', async () => {
    const launch = harness.describe({}, { runtime: 'dotnet8', handler: 'Shop::Shop.Function::Handle' });
    await expect(harness.invoke(launch)).rejects.toThrow(/Install an SDK \(dotnet-sdk-8\.0\)/);
  });
});
