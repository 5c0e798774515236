import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileJava, describeJava, javaKit, javaRuntime, packJar } from './java-test-kit.ts';
import type { LaunchDescription } from './launch.ts';
import { openHarness, type Harness } from './test-harness.ts';

const handlers = `package ex;
import com.amazonaws.services.lambda.runtime.*;
import java.io.*;
import java.util.*;
public class H {
  private static int calls = 0;
  private int own = 0;
  public enum Color { RED, GREEN }
  public record Line(String sku, int count) {}
  public static class Order {
    private String name; public int age; private List<Line> lines; private Date at; public String nothing; private Color color;
    public String getName() { return name; } public void setName(String name) { this.name = name; }
    public List<Line> getLines() { return lines; } public void setLines(List<Line> lines) { this.lines = lines; }
    public Date getAt() { return at; } public void setAt(Date at) { this.at = at; }
    public Color getColor() { return color; } public void setColor(Color color) { this.color = color; }
    public boolean isBig() { return age > 5; } public String getURLPart() { return "u"; }
  }
  public Map<String, Object> context(Map<String, Object> event, Context context) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("calls", ++calls); told.put("own", ++own); told.put("event", event);
    told.put("id", context.getAwsRequestId()); told.put("arn", context.getInvokedFunctionArn());
    told.put("name", context.getFunctionName()); told.put("mb", context.getMemoryLimitInMB());
    told.put("left", context.getRemainingTimeInMillis() > 1000 && context.getRemainingTimeInMillis() <= 10000);
    told.put("stream", context.getLogStreamName()); told.put("trace", context.getXrayTraceId());
    told.put("client", context.getClientContext() == null ? null : context.getClientContext().getCustom().get("a"));
    told.put("title", context.getClientContext() == null ? null : context.getClientContext().getClient().getAppTitle());
    told.put("variable", System.getenv("MINE")); told.put("root", System.getenv("LAMBDA_TASK_ROOT"));
    told.put("tmp", new File(System.getProperty("java.io.tmpdir")).canWrite());
    told.put("zone", TimeZone.getDefault().getRawOffset()); told.put("charset", java.nio.charset.Charset.defaultCharset().name());
    return told;
  }
  public Order order(Order order) { return order; }
  public Object both(Object event) { return "one"; }
  public Object both(Object event, Context context) { return "two"; }
  public int plus(int value) { return value + 1; }
  public String text(String value) { return value; }
  public Line record(Line line) { return new Line(line.sku() + "!", line.count() + 1); }
  public int sum(List<Integer> values) { return values.stream().mapToInt(Integer::intValue).sum(); }
  public String kinds(Map<String, Object> event) { StringBuilder out = new StringBuilder(); for (Object value : event.values()) out.append(value == null ? "null" : value.getClass().getSimpleName()).append(' '); return out.toString().trim(); }
  public void nothing(Map<String, Object> event) {}
  public static String fixed() { return "fixed"; }
  public InputStream bytes(InputStream in) throws IOException { return in; }
  public void copy(InputStream in, OutputStream out) throws IOException { in.transferTo(out); }
  public Object log(Object event, Context context) {
    System.out.println("printed"); context.getLogger().log("one\\ntwo\\n"); context.getLogger().log("careful", LogLevel.WARN);
    context.getLogger().log("quiet", LogLevel.DEBUG); LambdaRuntime.getLogger().log("everywhere"); System.err.println("to stderr"); System.out.print("no end"); return null;
  }
  public Object boom(Object event) throws IOException { throw new IOException("boom", new IllegalStateException("inner")); }
  public Object exit(Object event) { System.exit(3); return null; }
  public Object hang(Object event) throws Exception { Thread.sleep(60000); return null; }
  public Object fill(Object event) { List<byte[]> kept = new ArrayList<>(); while (true) kept.add(new byte[1 << 20]); }
  public String large(Object event) { return "x".repeat(7000000); }
  public Object odd(Object event) { return new Object() { public String getX() { throw new RuntimeException("unreadable"); } }; }
  public Object shapes(Object event) { return Arrays.asList(Optional.of("a"), java.time.LocalDate.of(2020, 1, 2), java.time.Duration.ofSeconds(5), new Date(5), new int[] {1}, new byte[] {1, 2}, Double.NaN, Color.GREEN, new java.math.BigDecimal("1.50"), 'c', "\\u0001/\\"", Collections.singletonMap("k", null)); }
}
`;
const requestHandler = `package ex;
import com.amazonaws.services.lambda.runtime.*;
import java.util.*;
public class Typed extends Base<List<Integer>> { protected String answer(List<Integer> event) { if (event.isEmpty()) throw new IllegalArgumentException("empty"); return "got " + (event.get(0) + 1); } }
abstract class Base<T> implements RequestHandler<T, String> { public String handleRequest(T event, Context context) { return answer(event) + " " + context.getFunctionVersion(); } protected abstract String answer(T event); }
`;
const streamHandler = `package ex;
import com.amazonaws.services.lambda.runtime.*;
import java.io.*;
public class Streams implements RequestStreamHandler { public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException { out.write('['); in.transferTo(out); out.write(']'); } }
`;
const broken = `package ex;
class Hidden {}
`;
const badConstructor = `package ex;
public class BadConstructor { public BadConstructor() { throw new IllegalStateException("no service"); } public Object h(Object event) { return 1; } }
`;
const badStatic = `package ex;
public class BadStatic { static int value = Integer.parseInt("q"); public Object h(Object event) { return 1; } }
`;

let harness: Harness;
let base: LaunchDescription;
beforeAll(async () => {
  harness = await openHarness({ limits: { spares: 0 } });
  if (!javaKit) return console.warn('No Java development kit on this machine: its tests are skipped.');
  const sources = {
    'ex/H.java': handlers,
    'ex/Typed.java': requestHandler,
    'ex/Streams.java': streamHandler,
    'ex/Hidden.java': broken,
    'ex/BadConstructor.java': badConstructor,
    'ex/BadStatic.java': badStatic,
  };
  base = await describeJava(harness, sources, 'ex.H::context');
}, 60_000);
afterAll(() => harness[Symbol.asyncDispose]());

function java(handler: string, more: Partial<LaunchDescription> = {}): LaunchDescription {
  return { ...base, handler, key: `${handler}${JSON.stringify(more)}`, ...more };
}

describe.runIf(javaKit)('Java', { timeout: 30_000 }, () => {
  it('runs a method with its Context, and keeps the object between calls', async () => {
    const launch = java('ex.H::context', { variables: { MINE: 'yes' } });
    const clientContext = '{"custom":{"a":"b"},"client":{"app_title":"shop"}}';
    const first = await harness.invoke(launch, { a: 'é' }, { clientContext, traceHeader: 'Root=1-2' });
    const second = await harness.invoke(launch, {});
    expect(first.value).toEqual({
      calls: 1,
      own: 1,
      event: { a: 'é' },
      id: first.requestId,
      arn: `arn:aws:lambda:us-east-1:000000000000:function:${launch.functionName}`,
      name: launch.functionName,
      mb: 256,
      left: true,
      stream: first.report.logStream,
      trace: 'Root=1-2',
      client: 'b',
      title: 'shop',
      variable: 'yes',
      root: expect.any(String) as string,
      tmp: true,
      zone: 0,
      charset: 'UTF-8',
    });
    expect(second.value).toMatchObject({ calls: 2, own: 2 });
    expect(second.value).not.toHaveProperty('client');
    expect(harness.messages[0]).toMatch(
      new RegExp(`^INIT_START Runtime Version: java:${javaRuntime.slice(4)}\\.v`),
    );
    expect(first.report.maxMemoryUsedMb).toBeGreaterThan(20);
  });

  const order = {
    name: 'x',
    age: 7,
    lines: [{ sku: 'a', count: 2 }],
    at: 5,
    color: 'GREEN',
    unknown: 1,
    NAME: 'not it',
  };
  it.each([
    [
      'ex.H::order',
      order,
      {
        name: 'x',
        age: 7,
        lines: [{ sku: 'a', count: 2 }],
        at: 5,
        color: 'GREEN',
        big: true,
        URLPart: 'u',
      },
    ],
    ['ex.H::record', { sku: 's', count: 1 }, { sku: 's!', count: 2 }],
    ['ex.H::both', {}, 'two'],
    ['ex.H::plus', 4, 5],
    ['ex.H::plus', '7', 8],
    ['ex.H::plus', null, 1],
    ['ex.H::text', 5, '5'],
    ['ex.H::sum', [1, 2, 3], 6],
    ['ex.H::kinds', [1, 12345678901, 1.5, 'a', true, null, [], {}], undefined],
    ['ex.H::nothing', {}, null],
    ['ex.H::fixed', {}, 'fixed'],
    ['ex.H::copy', { a: [1] }, { a: [1] }],
    ['ex.Typed', [41], 'got 42 $LATEST'],
    ['ex.Typed::handleRequest', [41], 'got 42 $LATEST'],
    ['ex.Streams', { a: 1 }, [{ a: 1 }]],
    ['ex.H::shapes', {}, ['a', [2020, 1, 2], 5, 5, [1], 'AQI=', 'NaN', 'GREEN', 1.5, 'c', '\u0001/"', {}]],
  ])('%s of %j gives %j', async (handler, event, answer) => {
    const isKinds = handler === 'ex.H::kinds' && Array.isArray(event);
    const sent = isKinds ? Object.fromEntries(event.map((value, index) => [`k${index}`, value])) : event;
    const told = await harness.invoke(java(handler), sent);
    expect(told.value).toEqual(
      isKinds ? 'Integer Long Double String Boolean null ArrayList LinkedHashMap' : answer,
    );
    expect(told.kind).toBe('success');
  });

  it('finds classes in the libraries of the package and of its layers', async () => {
    if (!javaKit?.compiler) return;
    const library = (answer: string) => ({
      'lib/Answer.java': `package lib; public class Answer { public static String give() { return "${answer}"; } }`,
    });
    const built = path.join(harness.folder, 'built');
    await compileJava(
      library('from the layer'),
      path.join(built, 'layer'),
      path.join(built, 'layer-sources'),
    );
    await compileJava(
      { 'own/Own.java': 'package own; public class Own { public static String name() { return "own, "; } }' },
      path.join(built, 'own'),
      path.join(built, 'own-sources'),
    );
    const uses =
      'package ex; public class Uses { public String h(Object event) { return own.Own.name() + lib.Answer.give(); } }';
    const launch = await describeJava(
      harness,
      {
        'ex/Uses.java': uses,
        ...library(''),
        'own/Own.java': 'package own; public class Own { public static String name() { return ""; } }',
      },
      'ex.Uses::h',
      { layerFolders: [path.join(built, 'opt')] },
    );
    fs.rmSync(path.join(launch.codeFolder, 'lib'), { recursive: true });
    fs.rmSync(path.join(launch.codeFolder, 'own'), { recursive: true });
    packJar(path.join(built, 'own'), path.join(launch.codeFolder, 'lib', 'own.jar'));
    packJar(path.join(built, 'layer'), path.join(built, 'opt', 'java', 'lib', 'answer.jar'));
    expect((await harness.invoke(launch)).value).toBe('own, from the layer');
  });

  it('logs prints and the logger in order, an event each', async () => {
    const told = await harness.invoke(java('ex.H::log'));
    expect(told.value).toBeNull();
    expect(told.log).toMatch(
      /\nprinted\none\ntwo\n\[WARN\] careful\n\[DEBUG\] quiet\neverywhere\nto stderr\nno end\nEND RequestId/,
    );
    expect(harness.messages).toContain('one\ntwo\n');
  });

  it('writes JSON records when the function wants them', async () => {
    const told = await harness.invoke(java('ex.H::log', { logFormat: 'JSON' }));
    const lines = told.log.split('\n');
    const records = lines
      .filter((line) => line.startsWith('{"timestamp"'))
      .map((line) => JSON.parse(line) as unknown);
    const about = { timestamp: expect.any(String) as string, AWSRequestId: told.requestId };
    expect(records).toEqual([
      { ...about, message: 'one\ntwo\n', level: 'UNDEFINED' },
      { ...about, message: 'careful', level: 'WARN' },
      { ...about, message: 'everywhere', level: 'UNDEFINED' },
    ]);
    expect(lines).toContain('printed');
  });

  it('tells an error with its cause and the stack of the function', async () => {
    const told = await harness.invoke(java('ex.H::boom'));
    expect(told.value).toEqual({
      errorMessage: 'boom',
      errorType: 'java.io.IOException',
      stackTrace: expect.arrayContaining([
        expect.stringMatching(/^ex\.H\.boom\(H\.java:\d+\)$/) as string,
      ]) as string[],
      cause: expect.objectContaining({
        errorMessage: 'inner',
        errorType: 'java.lang.IllegalStateException',
      }) as object,
    });
    expect(JSON.stringify(told.value)).not.toContain('lambdeck');
    expect(told.log).toMatch(
      /\nboom: java\.io\.IOException\njava\.io\.IOException: boom\n\tat ex\.H\.boom\(H\.java:\d+\)\n[^]*Caused by: java\.lang\.IllegalStateException: inner\n/,
    );
    const typed = await harness.invoke(java('ex.Typed'), []);
    expect(typed.value).toMatchObject({
      errorType: 'java.lang.IllegalArgumentException',
      stackTrace: [
        'ex.Typed.answer(Typed.java:4)',
        'ex.Typed.answer(Typed.java:4)',
        'ex.Base.handleRequest(Typed.java:5)',
        'ex.Typed.handleRequest(Typed.java:4)',
        'ex.Base.handleRequest(Typed.java:5)',
      ],
    });
  });

  it.each([
    [
      'ex.Missing',
      { errorMessage: 'Class not found: ex.Missing', errorType: 'java.lang.ClassNotFoundException' },
    ],
    [
      'ex.H::missing',
      {
        errorMessage: 'No public method named missing with appropriate method signature found on class ex.H',
      },
    ],
    ['ex.H', { errorMessage: 'Class does not implement an appropriate handler interface: ex.H' }],
    ['ex.BadConstructor::h', { errorMessage: 'no service', errorType: 'java.lang.IllegalStateException' }],
    [
      'ex.BadStatic::h',
      {
        errorMessage: 'Error loading class ex.BadStatic',
        errorType: 'java.lang.ExceptionInInitializerError',
      },
    ],
  ])('says what is wrong with the handler %s', async (handler, document) => {
    const told = await harness.invoke(java(handler));
    expect(told.kind).toBe('function-error');
    expect(told.value).toEqual(document);
  });

  it.each([
    [
      'ex.H::plus',
      'x',
      {
        errorMessage: 'An error occurred during JSON parsing',
        errorType: 'java.lang.RuntimeException',
        stackTrace: [],
      },
    ],
    [
      'ex.H::odd',
      {},
      {
        errorMessage: 'An error occurred during JSON serialization of response',
        errorType: 'java.lang.RuntimeException',
        stackTrace: [],
      },
    ],
    [
      'ex.H::exit',
      {},
      { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('exit status 3') as string },
    ],
    [
      'ex.H::large',
      {},
      { errorType: 'Function.ResponseSizeTooLarge', errorMessage: expect.any(String) as string },
    ],
  ])('answers %s of %j with %j', async (handler, event, document) => {
    expect((await harness.invoke(java(handler), event)).value).toEqual(document);
  });

  it('ends a function that takes more time or memory than it has', async () => {
    const late = await harness.invoke(java('ex.H::hang', { timeoutSeconds: 1 }));
    expect(late.value).toMatchObject({ errorType: 'Sandbox.Timedout' });
    const full = await harness.invoke(java('ex.H::fill', { memoryMb: 128 }));
    expect(full.value).toMatchObject({
      errorMessage: 'Java heap space',
      errorType: 'java.lang.OutOfMemoryError',
    });
  });

  it('says which Java is missing', async () => {
    await expect(harness.invoke(java('ex.H::plus', { runtime: 'java99' }))).rejects.toThrow(
      /java99 needs Java 99 or newer .*found: \d+.*Install a JDK 99/,
    );
  });
});
