import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchDescription } from '../launch.ts';
import { openHarness, type Harness } from '../test-harness.ts';

/** AWS's own runtime clients of other languages against this Runtime API; each needs its toolchain and registry. */
const run = promisify(execFile);

const goModule = `module ex

go 1.21

require github.com/aws/aws-lambda-go v1.55.1
`;
const goProgram = `package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdacontext"
)

type Order struct {
	Name  string \`json:"name"\`
	Count int    \`json:"count"\`
}

func handle(ctx context.Context, order Order) (any, error) {
	if order.Name == "fail" {
		return nil, errors.New("told to")
	}
	if order.Name == "panic" {
		panic("lost")
	}
	told, _ := lambdacontext.FromContext(ctx)
	_, hasDeadline := ctx.Deadline()
	fmt.Println("asked for", order.Name)
	return map[string]any{"name": order.Name, "count": order.Count + 1, "id": told.AwsRequestID, "arn": told.InvokedFunctionArn, "function": lambdacontext.FunctionName, "deadline": hasDeadline}, nil
}

func main() { lambda.Start(handle) }
`;

const rustManifest = `[package]
name = "bootstrap"
version = "0.1.0"
edition = "2021"

[dependencies]
lambda_runtime = { version = "1", default-features = false }
serde_json = "1"
tokio = { version = "1", features = ["macros", "rt"] }

[profile.dev]
debug = false
`;
const rustProgram = `use lambda_runtime::{run, service_fn, Error, LambdaEvent};
use serde_json::{json, Value};

async fn handle(event: LambdaEvent<Value>) -> Result<Value, Error> {
    if event.payload["name"] == "fail" {
        return Err("told to".into());
    }
    println!("asked for {}", event.payload["name"]);
    Ok(json!({"name": event.payload["name"], "id": event.context.request_id, "arn": event.context.invoked_function_arn, "function": event.context.env_config.function_name}))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    run(service_fn(handle)).await
}
`;

const pythonHandler = `import logging
def handler(event, context):
    if event.get("name") == "fail":
        raise ValueError("told to")
    print("asked for", event["name"])
    logging.getLogger().warning("careful")
    return {"name": event["name"], "id": context.aws_request_id, "arn": context.invoked_function_arn, "function": context.function_name, "left": context.get_remaining_time_in_millis() > 1000}
`;
const pythonBootstrap = `#!/bin/sh
PYTHONPATH="$LAMBDA_TASK_ROOT/packages" exec /usr/bin/python3 -m awslambdaric "$_HANDLER"
`;

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness({ limits: { spares: 0 } });
});
afterAll(() => harness[Symbol.asyncDispose]());

function describeProvided(files: Record<string, string>, handler = 'unused'): LaunchDescription {
  return harness.describe(files, { runtime: 'provided.al2023', handler, memoryMb: 256 });
}

/** Why a toolchain could not build the function; undefined when it did. */
async function problemOf(build: Promise<unknown>): Promise<string | undefined> {
  try {
    await build;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('published runtime clients', () => {
  it('aws-lambda-go serves a handler with its context, errors and a panic', async ({ skip }) => {
    const launch = describeProvided({ 'main.go': goProgram, 'go.mod': goModule });
    const problem = await problemOf(
      run('go', ['build', '-tags', 'lambda.norpc', '-o', 'bootstrap', '.'], {
        cwd: launch.codeFolder,
        env: { ...process.env, GOFLAGS: '-mod=mod', CGO_ENABLED: '0' },
        timeout: 170_000,
      }),
    );
    if (problem !== undefined) {
      console.warn(`The test with aws-lambda-go is skipped, since it cannot be built here: ${problem}`);
      return skip();
    }
    const told = await harness.invoke(launch, { name: 'tea', count: 1 });
    expect(told.value).toEqual({
      name: 'tea',
      count: 2,
      id: told.requestId,
      arn: `arn:aws:lambda:us-east-1:000000000000:function:${launch.functionName}`,
      function: launch.functionName,
      deadline: true,
    });
    expect(told.log).toContain('\nasked for tea\n');
    expect((await harness.invoke(launch, { name: 'fail' })).value).toEqual({
      errorMessage: 'told to',
      errorType: 'errorString',
    });
    expect((await harness.invoke(launch, { name: 'panic' })).value).toMatchObject({
      errorMessage: 'lost',
      errorType: 'string',
      stackTrace: expect.arrayContaining([
        expect.objectContaining({ path: expect.any(String) as string }),
      ]) as object[],
    });
    // The panic ended the program; the next call has a new one.
    expect((await harness.invoke(launch, { name: 'tea' })).value).toMatchObject({ name: 'tea' });
  }, 180_000);

  it('awslambdaric serves a Python handler', async ({ skip }) => {
    const launch = describeProvided({ 'app.py': pythonHandler, bootstrap: pythonBootstrap }, 'app.handler');
    const packages = path.join(launch.codeFolder, 'packages');
    const problem = await problemOf(
      run('/usr/bin/python3', ['-m', 'pip', 'install', '-q', '--target', packages, 'awslambdaric'], {
        timeout: 170_000,
      }).then(() =>
        run('/usr/bin/python3', ['-c', 'import awslambdaric, runtime_client'], {
          env: { PYTHONPATH: packages },
        }),
      ),
    );
    if (problem !== undefined) {
      console.warn(`The test with awslambdaric is skipped, since it cannot be installed here: ${problem}`);
      return skip();
    }
    const told = await harness.invoke(launch, { name: 'tea' });
    expect(told.value).toEqual({
      name: 'tea',
      id: told.requestId,
      arn: `arn:aws:lambda:us-east-1:000000000000:function:${launch.functionName}`,
      function: launch.functionName,
      left: true,
    });
    expect(told.log).toContain('asked for tea\n');
    expect(told.log).toMatch(new RegExp(`\\[WARNING\\]\t[\\d:T.-]+Z\t${told.requestId}\tcareful`));
    expect((await harness.invoke(launch, { name: 'fail' })).value).toMatchObject({
      errorMessage: 'told to',
      errorType: 'ValueError',
    });
  }, 180_000);

  it('Rust’s lambda_runtime serves a handler', async ({ skip }) => {
    const launch = describeProvided({ 'Cargo.toml': rustManifest, 'src/main.rs': rustProgram });
    // Kept between runs: building everything below it takes a minute or two.
    const target = path.join(os.tmpdir(), 'lambdeck-test-rust');
    const problem = await problemOf(
      run('cargo', ['build', '--quiet', '--target-dir', target], {
        cwd: launch.codeFolder,
        timeout: 280_000,
      }).then(() =>
        fs.promises.copyFile(
          path.join(target, 'debug', 'bootstrap'),
          path.join(launch.codeFolder, 'bootstrap'),
        ),
      ),
    );
    if (problem !== undefined) {
      console.warn(`The test with lambda_runtime is skipped, since it cannot be built here: ${problem}`);
      return skip();
    }
    const told = await harness.invoke(launch, { name: 'tea' });
    expect(told.value).toEqual({
      name: 'tea',
      id: told.requestId,
      arn: `arn:aws:lambda:us-east-1:000000000000:function:${launch.functionName}`,
      function: launch.functionName,
    });
    expect((await harness.invoke(launch, { name: 'fail' })).value).toMatchObject({ errorMessage: 'told to' });
  }, 300_000);
});
