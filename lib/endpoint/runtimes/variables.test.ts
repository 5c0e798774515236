import { describe, expect, it } from 'vitest';
import { describeFunction } from './test-harness.ts';
import { processVariables } from './variables.ts';

const sandbox = { task: '/var/task', opt: '/opt', tmp: '/tmp' };
const variablesOf = (runtime: string, folders = sandbox) =>
  processVariables(describeFunction('fn', '/code', { runtime }), folders, 'stream');

const library = '/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib';
const programs = '/usr/local/bin:/usr/bin/:/bin:/opt/bin';
const managed = { LD_LIBRARY_PATH: `/var/lang/lib:${library}`, PATH: `/var/lang/bin:${programs}` };
const fromShell = { PWD: '/var/task', SHLVL: '0' };

describe('the variables of a process', () => {
  it.each([
    [
      'nodejs24.x',
      {
        ...managed,
        ...fromShell,
        NODE_PATH:
          '/opt/nodejs/node24/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules:/var/runtime:/var/task',
      },
    ],
    ['python3.11', { ...managed, ...fromShell, PYTHONPATH: '/var/runtime' }],
    ['python3.14', { ...managed, ...fromShell, PYTHONPATH: '/var/runtime', LC_CTYPE: 'C.UTF-8' }],
    ['java11', { ...managed, AWS_ACCESS_KEY: '000000000000', AWS_SECRET_KEY: 'lambdeck' }],
    ['java21', managed],
    ['provided.al2023', { LD_LIBRARY_PATH: library, PATH: programs }],
  ])('%s has those of the recorded answers of AWS', (runtime, expected) => {
    const { AWS_EXECUTION_ENV, ...variables } = variablesOf(runtime);
    const shared = Object.keys(variables).filter((name) =>
      /^(_HANDLER$|LAMBDA_|AWS_LAMBDA_|AWS_(REGION|DEFAULT_REGION|ENDPOINT_URL|ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|XRAY_CONTEXT_MISSING)$|LANG$|TZ$)/.test(
        name,
      ),
    );
    expect(Object.fromEntries(Object.entries(variables).filter(([name]) => !shared.includes(name)))).toEqual(
      expected,
    );
    expect(AWS_EXECUTION_ENV).toBe(runtime.startsWith('provided') ? undefined : `AWS_Lambda_${runtime}`);
  });

  it('lead to the folder for files where that is not /tmp', () => {
    const variables = variablesOf('nodejs24.x', { task: '/a/task', opt: '/a/opt', tmp: '/a/tmp' });
    expect(variables).toMatchObject({ HOME: '/a/tmp', TMPDIR: '/a/tmp', PWD: '/a/task' });
  });
});
