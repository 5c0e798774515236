import { execFileSync } from 'node:child_process';
import ts from 'typescript';
import { expect, it, describe } from 'vitest';
import { parseDocument, visit } from 'yaml';
import { templateFormats } from '../domain/template-format.ts';
import { cdkName, typescriptText } from './cdk.ts';
import { hclText } from './hcl.ts';
import { fullest, smallest } from './sample-models.ts';
import { writeTemplate } from './write-template.ts';

const options = { region: 'eu-central-1', endpointUrl: 'http://127.0.0.1:4566' };
const image = {
  ...smallest,
  name: '1-image',
  code: {
    type: 'image',
    uri: 'r/orders:1',
    entryPoint: ['/run'],
    command: [],
    workingDirectory: undefined,
  } as const,
};
const models = { smallest, fullest, image };

describe.each(templateFormats)('$label', ({ id }) => {
  it.each(Object.keys(models) as (keyof typeof models)[])('writes the %s function', async (name) => {
    const { text } = writeTemplate(id, models[name], options);
    await expect(text).toMatchFileSnapshot(`golden/${name}.${id}.txt`);
  });

  it('keeps values of environment variables out unless they were handed in', () => {
    const variables = [{ key: 'TOKEN', value: 'hunter2' }];
    const shown = writeTemplate(id, { ...smallest, variables }, options);
    expect(shown.hasValues).toBe(true);
    expect(shown.text).toContain('hunter2');
    const hidden = writeTemplate(
      id,
      { ...smallest, variables: [{ key: 'TOKEN', value: undefined }] },
      options,
    );
    expect(hidden).toMatchObject({ hasValues: false });
    expect(hidden.text).toContain('TOKEN');
    expect(hidden.text).toContain('Values of environment variables are left out');
  });

  it('says first what is not in it, and lets no text out of its comment', () => {
    const { text } = writeTemplate(id, { ...smallest, omissions: ['Not included: a\nb'] }, options);
    expect(text).toMatch(/^(#|\/\/) Not included: a b$/m);
  });
});

/** Every name that a YAML template refers to, and every one that it declares. */
function names(text: string) {
  const document = parseDocument(text, {
    version: '1.1',
    customTags: ['!Ref', '!GetAtt'].map((tag) => ({ tag, resolve: (value: string) => value })),
  });
  expect(document.errors).toEqual([]);
  const used = new Set<string>();
  visit(document, {
    Scalar(_, node) {
      if (node.tag === '!Ref' || node.tag === '!GetAtt') used.add(String(node.value).split('.')[0] ?? '');
    },
  });
  const { Parameters = {}, Resources } = document.toJS() as Record<string, Record<string, unknown>>;
  return { used: [...used], declared: [...Object.keys(Parameters), ...Object.keys(Resources ?? {})] };
}

it.each(['sam', 'cloudformation'] as const)('%s refers to nothing that it does not declare', (format) => {
  for (const model of Object.values(models)) {
    const { used, declared } = names(writeTemplate(format, model, options).text);
    expect(declared).toEqual(expect.arrayContaining(used));
    expect(new Set(declared).size).toBe(declared.length);
  }
});

it('quotes for YAML what would be read as something else', () => {
  const { text } = writeTemplate('cloudformation', fullest, options);
  const { Resources } = parseDocument(text, {
    version: '1.1',
    customTags: ['!Ref', '!GetAtt'].map((tag) => ({ tag, resolve: (value: string) => value })),
  }).toJS() as { Resources: { Function: { Properties: { Description: string; Tags: unknown } } } };
  expect(Resources.Function.Properties.Description).toBe(fullest.description);
  expect(Resources.Function.Properties.Tags).toContainEqual({ Key: 'env', Value: 'on' });
  expect(Resources.Function.Properties.Tags).toContainEqual({ Key: 'cost:centre', Value: '0012' });
});

it('is TypeScript, with every name declared before it is used', () => {
  for (const model of Object.values(models)) {
    const { text } = writeTemplate('cdk', model, options);
    const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
    expect(diagnostics).toEqual([]);
    const declared = new Set<string>();
    for (const line of text.split('\n')) {
      const used = /(\w+)\.(?:ref|attr\w+|valueAsString|s3\w+)\b/.exec(line)?.[1];
      if (used) expect(declared).toContain(used);
      const made = /^ {4}const (\w+) = /.exec(line)?.[1];
      if (made) declared.add(made);
    }
  }
});

it('is a script that hands every text to the AWS CLI as it is', () => {
  const { text } = writeTemplate(
    'cli',
    { ...fullest, variables: [{ key: 'A', value: "it's $(id)\n" }] },
    options,
  );
  const stub = 'aws() { for word in "$@"; do printf "%s\\0" "$word"; done; }\n';
  const words = execFileSync('sh', ['-c', stub + text], { encoding: 'utf8' }).split('\0');
  expect(words).toContain(fullest.description);
  const environment = words[words.indexOf('--environment') + 1] ?? '';
  expect(JSON.parse(environment)).toEqual({ Variables: { A: "it's $(id)\n" } });
});

it('stops the script before it makes anything while values are missing', () => {
  const { text } = writeTemplate('cli', fullest, options);
  const run = () => execFileSync('sh', ['-c', `aws() { exit 99; }\n${text}`], { stdio: 'pipe', cwd: '/' });
  expect(run).toThrow(/environment\.json is missing/);
});

it('escapes for HCL and TypeScript', () => {
  expect(hclText('a"b\\ ${x} %{y} $$\n')).toBe('"a\\"b\\\\ $${x} %%{y} $$\\n"');
  expect(typescriptText('it\'s "so" \\ ${x}\n\u2028')).toBe("'it\\'s \"so\" \\\\ ${x}\\n\\u2028'");
  expect(
    ['PrincipalOrgID', 'DocumentDBEventSourceConfig', 'URI', 'S3Bucket', 'KmsKeyArn'].map(cdkName),
  ).toEqual(['principalOrgId', 'documentDbEventSourceConfig', 'uri', 's3Bucket', 'kmsKeyArn']);
});
