import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { findJavas } from './java.ts';
import type { Harness } from './test-harness.ts';
import type { LaunchDescription } from './launch.ts';

const run = promisify(execFile);

/** A development kit of this machine; without one the tests of Java say so and are skipped. */
export const javaKit = findJavas(process.env['PATH'] ?? '').findLast((java) => java.compiler !== undefined);
/** The oldest Java here, as an identifier: what it runs must not need a newer one. */
export const javaRuntime = `java${findJavas(process.env['PATH'] ?? '')[0]?.minor ?? 21}`;

/** The interfaces of aws-lambda-java-core that the tests' handlers use, as a package brings them. */
const core: Record<string, string> = {
  Context:
    'public interface Context { String getAwsRequestId(); String getLogGroupName(); String getLogStreamName(); String getFunctionName(); String getFunctionVersion(); String getInvokedFunctionArn(); ClientContext getClientContext(); int getRemainingTimeInMillis(); int getMemoryLimitInMB(); LambdaLogger getLogger(); default String getXrayTraceId() { return "default"; } }',
  ClientContext:
    'public interface ClientContext { Client getClient(); java.util.Map<String, String> getCustom(); java.util.Map<String, String> getEnvironment(); }',
  Client: 'public interface Client { String getAppTitle(); }',
  LambdaLogger:
    'public interface LambdaLogger { void log(String message); void log(byte[] message); default void log(String message, LogLevel level) { log(message); } }',
  LogLevel: 'public enum LogLevel { UNDEFINED, TRACE, DEBUG, INFO, WARN, ERROR, FATAL }',
  RequestHandler: 'public interface RequestHandler<I, O> { O handleRequest(I input, Context context); }',
  RequestStreamHandler:
    'public interface RequestStreamHandler { void handleRequest(java.io.InputStream input, java.io.OutputStream output, Context context) throws java.io.IOException; }',
  LambdaRuntime:
    'public final class LambdaRuntime { private static volatile LambdaLogger logger; public static LambdaLogger getLogger() { return logger; } }',
};

/** Describes a function whose classes are compiled from these sources (`ex/H.java` → text). */
export async function describeJava(
  harness: Harness,
  sources: Record<string, string>,
  handler: string,
  more: Partial<LaunchDescription> = {},
): Promise<LaunchDescription> {
  const launch = harness.describe({}, { runtime: javaRuntime, handler, memoryMb: 256, ...more });
  await compileJava(sources, launch.codeFolder, path.join(harness.folder, 'sources', launch.functionName));
  return launch;
}

/** Compiles sources, and the interfaces they use, into `target`. */
export async function compileJava(
  sources: Record<string, string>,
  target: string,
  sourceFolder: string,
): Promise<void> {
  const all = Object.entries(sources);
  for (const [name, text] of Object.entries(core)) {
    all.push([
      `com/amazonaws/services/lambda/runtime/${name}.java`,
      `package com.amazonaws.services.lambda.runtime;\n${text}\n`,
    ]);
  }
  const files = all.map(([name, text]) => {
    const file = path.join(sourceFolder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return file;
  });
  if (!javaKit?.compiler) throw new Error('there is no Java compiler');
  const level = javaRuntime.slice('java'.length);
  await run(javaKit.compiler, ['--release', level, '-proc:none', '-nowarn', '-d', target, ...files]);
}

/** Packs a folder of classes as a library. */
export function packJar(folder: string, jar: string): void {
  fs.mkdirSync(path.dirname(jar), { recursive: true });
  const tool = path.join(path.dirname(javaKit?.compiler ?? ''), 'jar');
  execFileSync(tool, ['--create', '--file', jar, '-C', folder, '.']);
}
