import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { renderTemplate } from '../vtl/render.ts';
import { inputTool, utilTool } from '../vtl/tools.ts';
import { Budget, fromJson, TemplateError } from '../vtl/values.ts';
import { functionUri, openRestPlane } from './harness.ts';

/** The same texts in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const pieces = [
  '$',
  '#',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '"',
  "'",
  ' ',
  '\n',
  '\\',
  '.',
  ',',
  '!',
  '..',
  '1',
  '-1',
  'x',
  '$a',
  '$!{b.c}',
  '#if',
  '#if($a)',
  '#elseif($b)',
  '#else',
  '#end',
  '#foreach($i in [1..50])',
  '#foreach($i in $l)',
  '#set($a = ',
  '#set($a = $l)',
  '#set($m = {})',
  '#set($l = [1,2])',
  '#macro(m $x)',
  '#m($a)',
  '#break',
  '#stop',
  '#define($d)',
  '$d',
  '##',
  '#*',
  '*#',
  '#[[',
  ']]#',
  "$input.path('$..')",
  "$input.json('$.a[*]')",
  '$input.params()',
  '$util.parseJson($a)',
  '.replaceAll("(a*)*", "$1")',
  '.matches("(.*)*x")',
  '.put("k", $m)',
  '.add($l)',
  '.constructor',
  '.__proto__',
  '.get(0)',
  '.size()',
  '%',
  '\u0000',
  '\ud800',
  'é',
];

/** Of each kind; ten thousand in all with `LAMBDECK_MALFORMED_REQUESTS=10000`. */
const count = Math.ceil(Number(process.env['LAMBDECK_MALFORMED_REQUESTS'] ?? 3000) / 2);
const seed = Number(process.env['LAMBDECK_MALFORMED_SEED'] ?? 20_261_127);
const timeout = 30_000 + count * 30;
/** On a machine that does other things as well; a budget of work ends a template long before. */
const templateMsMax = 5000;

test(`${count} templates made of pieces end, well or refused`, { timeout }, () => {
  const random = seeded(seed);
  const outcomes = { rendered: 0, refused: 0 };
  for (let round = 0; round < count; round += 1) {
    const before = performance.now();
    const length = 1 + Math.floor(random() * 14);
    const template = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join('');
    const budget = new Budget();
    const facts = {
      body: '{"a":[1,{"b":"aaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}]}',
      path: {},
      querystring: {},
      header: {},
    };
    const variables = {
      input: inputTool(facts, budget),
      util: utilTool(budget),
      a: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
      l: fromJson([1, 'x', {}]),
    };
    try {
      renderTemplate(template, { variables, budget });
      outcomes.rendered += 1;
    } catch (error) {
      expect(error, template).toBeInstanceOf(TemplateError);
      outcomes.refused += 1;
    }
    expect(performance.now() - before, template).toBeLessThan(templateMsMax);
  }
  expect(outcomes.rendered).toBeGreaterThan(100);
  expect(outcomes.refused).toBeGreaterThan(100);
  expect(({} as Record<string, unknown>)['k']).toBeUndefined();
});

test(`${count} malformed requests leave the plane answering`, { timeout }, async () => {
  await using rest = await openRestPlane({ f: (event) => ({ body: JSON.stringify(event) }) });
  const id = await rest.createApi({ binaryMediaTypes: ['image/*'] });
  await rest.method(id, '/m/{x}', 'ANY', {
    integration: {
      type: 'MOCK',
      requestTemplates: { 'application/json': `{"statusCode": 200, "x": $input.json('$.x')}` },
    },
    responses: [{ responseTemplates: { 'application/json': `$input.params('x')` } }],
  });
  await rest.method(id, '/f/{proxy+}', 'ANY', {
    integration: { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: functionUri('f') },
    responses: [],
  });
  await rest.deploy(id);
  const random = seeded(seed + 7);
  const pick = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)] as One;
  const parts = [
    '/',
    '//',
    '%',
    '%2',
    '%ff',
    '%00',
    '..',
    '.',
    'm',
    'f',
    'x',
    '{x}',
    '?',
    '&',
    '=',
    ';',
    '%2F',
    '+',
    '$',
    '\\',
    '|',
    '"',
    'é',
  ];
  const heads = [
    'content-type: \xff',
    'content-type: image/png',
    'accept: ,;,',
    'x-http-method-override: ZAP',
    'x-amzn-trace-id: x',
    'cookie: ;;=',
    'authorization: AWS4-HMAC-SHA256 x',
    'content-length: 5',
    'x: y',
  ];
  for (let round = 0; round < count; round += 1) {
    const path = Array.from({ length: Math.floor(random() * 12) }, () => pick(parts)).join('');
    const start = pick([
      `/_aws/execute-api/${id}/dev/m/`,
      `/_aws/execute-api/${id}/dev/f/`,
      `/restapis/${id}/dev/_user_request_/`,
      `/_aws/execute-api/${id}/`,
    ]);
    const body = pick(['', '{', '{"x":1}', 'null', '\u0000'.repeat(5), '[[[']);
    const head = pick(heads);
    const length = head.startsWith('content-length') ? '' : `content-length: ${body.length}\r\n`;
    await sendRaw(
      rest.port,
      `${pick(['GET', 'POST', 'OPTIONS', 'HEAD', 'ZAP'])} ${start}${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n${length}${head}\r\n\r\n${body.padEnd(5)}`,
    );
  }
  expect((await rest.call(id, '/dev/m/1')).text).toBe('1');
});

/** Sends bytes as they are and waits for the answer's end. Whatever is answered counts, silence does not. */
function sendRaw(port: number, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(text, 'latin1'));
    let bytes = 0;
    socket.setTimeout(10_000, () => {
      socket.destroy();
      reject(new Error(`no answer to ${text}`));
    });
    socket.on('data', (piece: Buffer) => (bytes += piece.length));
    socket.on('error', () => resolve());
    socket.on('close', () =>
      bytes > 0 ? resolve() : reject(new Error(`closed without an answer to ${text}`)),
    );
  });
}
