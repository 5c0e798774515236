import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchDescription } from './launch.ts';
import { openHarness, type Harness } from './test-harness.ts';

const run = promisify(execFile);

/** What a package brings of Amazon.Lambda.Core, as far as the handlers here use it. */
const core = `using System; using System.Collections.Generic; using System.IO;
namespace Amazon.Lambda.Core {
  public interface ILambdaLogger { void Log(string message); void LogLine(string message); void LogWarning(string message); }
  public interface IClientContext { IDictionary<string, string> Custom { get; } }
  public interface ILambdaContext { string AwsRequestId { get; } IClientContext ClientContext { get; } string FunctionName { get; } string FunctionVersion { get; } string InvokedFunctionArn { get; } ILambdaLogger Logger { get; } string LogGroupName { get; } string LogStreamName { get; } int MemoryLimitInMB { get; } TimeSpan RemainingTime { get; } }
  public interface ILambdaSerializer { T Deserialize<T>(Stream stream); void Serialize<T>(T value, Stream stream); }
  [AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Method)]
  public sealed class LambdaSerializerAttribute : Attribute { public Type SerializerType { get; set; } public LambdaSerializerAttribute(Type type) { SerializerType = type; } }
}`;
const shop = `using System; using System.Collections.Generic; using System.IO; using System.Text.Json; using System.Threading.Tasks; using Amazon.Lambda.Core;
[assembly: LambdaSerializer(typeof(Shop.Json))]
namespace Shop {
  public class Json : ILambdaSerializer {
    public T Deserialize<T>(Stream stream) { var copy = new MemoryStream(); stream.CopyTo(copy); return JsonSerializer.Deserialize<T>(copy.ToArray()); }
    public void Serialize<T>(T value, Stream stream) { var bytes = JsonSerializer.SerializeToUtf8Bytes(value); stream.Write(bytes, 0, bytes.Length); }
  }
  public class Order { public string name { get; set; } public int count { get; set; } }
  public class Function {
    private int calls;
    public Dictionary<string, object> Tell(Order order, ILambdaContext context) {
      calls += 1;
      return new Dictionary<string, object> { { "calls", calls }, { "name", order.name }, { "count", order.count + 1 }, { "id", context.AwsRequestId }, { "function", context.FunctionName }, { "mb", context.MemoryLimitInMB }, { "left", context.RemainingTime.TotalSeconds > 1 }, { "client", context.ClientContext == null ? null : context.ClientContext.Custom["a"] }, { "mine", Environment.GetEnvironmentVariable("MINE") } };
    }
    public Task<string> Later(Order order) { return Task.FromResult("later " + order.name); }
    public static Stream Copy(Stream input) { return input; }
    public void Nothing() { }
    public void Log(Order order, ILambdaContext context) { Console.WriteLine("printed\\nonce"); context.Logger.LogLine("logged"); context.Logger.LogWarning("careful"); Console.Error.WriteLine("bad"); }
    public string Boom(Order order) { throw new ArgumentException("boom", new InvalidOperationException("inner")); }
    public async Task<string> Fail(Order order) { await Task.Delay(1); throw new TimeoutException("late"); }
    public void Two() { } public void Two(Order order) { }
    public void Exit() { Environment.Exit(3); }
  }
  public class Broken { public Broken() { throw new InvalidOperationException("no service"); } public void Handle() { } }
}`;
const program = `using System; using System.Net.Http;
public static class Program {
  public static void Main() {
    var api = "http://" + Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
    var client = new HttpClient { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    while (true) {
      var next = client.GetAsync(api + "next").GetAwaiter().GetResult();
      var id = string.Join("", next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id"));
      client.PostAsync(api + id + "/response", new StringContent("\\"" + System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription + "\\"")).GetAwaiter().GetResult();
    }
  }
}`;

let harness: Harness;
let library: LaunchDescription | undefined;
let kit = '';
let framework = '';

/** A real runtime from PyPI and Mono's compiler in the place of an SDK's, which takes the same options. */
beforeAll(async () => {
  kit = fs.mkdtempSync(path.join(os.tmpdir(), 'lambdeck-dotnet-kit-'));
  const problem = await prepareKit();
  harness = await openHarness({
    limits: { spares: 0 },
    isolation: 'portable',
    searchPath: `${kit}:/usr/local/bin:/usr/bin:/bin`,
  });
  if (problem !== undefined) return console.warn(`The tests with a real .NET are skipped: ${problem}`);
  library = harness.describe(
    {},
    {
      runtime: 'dotnetcore3.1',
      memoryMb: 512,
      variables: { MINE: 'yes', DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    },
  );
  await compile({ 'Core.cs': core }, path.join(library.codeFolder, 'Amazon.Lambda.Core.dll'), 'library');
  await compile({ 'Shop.cs': shop }, path.join(library.codeFolder, 'Shop.dll'), 'library', [
    path.join(library.codeFolder, 'Amazon.Lambda.Core.dll'),
  ]);
}, 200_000);
afterAll(async () => {
  await harness[Symbol.asyncDispose]();
  fs.rmSync(kit, { recursive: true, force: true });
});

async function prepareKit(): Promise<string | undefined> {
  const packages = path.join(kit, 'packages');
  try {
    await run('mcs', ['--version']);
    await run(
      'python3',
      ['-m', 'pip', 'install', '-q', '--no-deps', '--target', packages, 'dotnetcore2==3.1.23'],
      { timeout: 150_000 },
    );
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const real = path.join(packages, 'dotnetcore2', 'bin', 'dotnet');
  fs.chmodSync(real, 0o755);
  framework = path.join(path.dirname(real), 'shared', 'Microsoft.NETCore.App', '3.1.23');
  const compiler = path.join(kit, 'sdk', '3.1.426', 'Roslyn', 'bincore');
  fs.mkdirSync(compiler, { recursive: true });
  fs.writeFileSync(path.join(compiler, 'csc.dll'), '');
  const script = `#!/bin/sh
case "$1" in
  --list-sdks) echo "3.1.426 [${kit}/sdk]" ;;
  *csc.dll) shift; exec mcs "$@" ;;
  *) exec "${real}" "$@" ;;
esac
`;
  fs.writeFileSync(path.join(kit, 'dotnet'), script, { mode: 0o755 });
  return undefined;
}

async function compile(
  files: Record<string, string>,
  output: string,
  target: 'library' | 'exe',
  more: string[] = [],
): Promise<void> {
  fs.mkdirSync(path.dirname(output), { recursive: true });
  const sources = Object.entries(files).map(([name, text]) => {
    fs.writeFileSync(path.join(kit, name), text);
    return path.join(kit, name);
  });
  const references = fs
    .readdirSync(framework)
    .filter((name) => name.endsWith('.dll'))
    .map((name) => path.join(framework, name));
  await run('mcs', [
    '-nologo',
    '-nostdlib',
    '-noconfig',
    `-target:${target}`,
    `-out:${output}`,
    ...[...references, ...more].map((file) => `-r:${file}`),
    ...sources,
  ]);
}

describe('a .NET class library', { timeout: 60_000 }, () => {
  async function call(method: string, event: unknown = { name: 'tea', count: 1 }, more = {}) {
    const base = library;
    if (!base) return undefined;
    const handler = method.includes('::') ? method : `Shop::Shop.Function::${method}`;
    return harness.invoke({ ...base, key: handler, handler }, event, more);
  }

  it('runs a method with its context, and keeps the object between calls', async ({ skip }) => {
    const first = await call('Tell', undefined, { clientContext: '{"custom":{"a":"b"}}' });
    const second = await call('Tell');
    if (!first || !second) return skip();
    expect(first.value).toEqual({
      calls: 1,
      name: 'tea',
      count: 2,
      id: first.requestId,
      function: library?.functionName,
      mb: 512,
      left: true,
      client: 'b',
      mine: 'yes',
    });
    expect(second.value).toMatchObject({ calls: 2, client: null });
  });

  it.each([
    ['Later', 'later tea'],
    ['Copy', { name: 'tea', count: 1 }],
    ['Nothing', undefined],
  ])('%s answers %j', async (method, answer) => {
    const told = await call(method);
    if (told) expect(told.value).toEqual(answer);
  });

  it('logs console lines and the logger as AWS does', async ({ skip }) => {
    const told = await call('Log');
    if (!told) return skip();
    const lines = told.log.split('\n').filter((line) => line.includes(`\t${told.requestId}\t`));
    expect(lines.map((line) => line.split('\t').slice(2))).toEqual([
      ['info', 'printed\ronce'],
      ['info', 'logged'],
      ['warn', 'careful'],
      ['fail', 'bad'],
    ]);
  });

  it('tells errors with their cause and the stack of the function', async ({ skip }) => {
    const told = await call('Boom');
    if (!told) return skip();
    expect(told.value).toEqual({
      errorType: 'ArgumentException',
      errorMessage: 'boom',
      stackTrace: [expect.stringMatching(/^at Shop\.Function\.Boom\(Order order\)/)],
      cause: { errorType: 'InvalidOperationException', errorMessage: 'inner', stackTrace: [] },
    });
    expect((await call('Fail'))?.value).toMatchObject({
      errorType: 'TimeoutException',
      errorMessage: 'late',
    });
    expect((await call('Exit'))?.value).toMatchObject({ errorType: 'Runtime.ExitError' });
  });

  it.each([
    [
      'Shop::Shop.Function::Missing',
      'LambdaValidationException',
      "Found no methods matching method name 'Missing'",
    ],
    [
      'Shop::Shop.Function::Two',
      'LambdaValidationException',
      "Found multiple methods matching method name 'Two'",
    ],
    [
      'Shop::Shop.Missing::Tell',
      'LambdaValidationException',
      "Unable to load type 'Shop.Missing' from assembly 'Shop'.",
    ],
    [
      'Nothere::A::B',
      'LambdaValidationException',
      "Could not find the specified handler assembly with the file name 'Nothere'",
    ],
    ['Shop::Tell', 'LambdaValidationException', "Invalid lambda function handler: 'Shop::Tell'"],
    ['Shop::Shop.Broken::Handle', 'InvalidOperationException', 'no service'],
  ])('says what is wrong with %s', async (handler, errorType, message) => {
    const told = await call(handler);
    if (told)
      expect(told.value).toMatchObject({
        errorType,
        errorMessage: expect.stringContaining(message) as string,
      });
  });

  it('a program runs by its assembly’s name', async ({ skip }) => {
    if (!library) return skip();
    const launch = harness.describe(
      {
        'App.runtimeconfig.json':
          '{"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"3.1.0"}}}',
      },
      {
        runtime: 'dotnetcore3.1',
        handler: 'App',
        memoryMb: 512,
        variables: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
      },
    );
    await compile({ 'App.cs': program }, path.join(launch.codeFolder, 'App.dll'), 'exe');
    expect((await harness.invoke(launch)).value).toMatch(/^\.NET Core 3\.1/);
  });
});
