import { afterAll, beforeAll, expect, it } from 'vitest';
import { oneOf, randomFrom } from '../../http/test/random.ts';
import { startProgram, type Program } from '../program.ts';
import { BadInput, SeenValues } from './bad-input.ts';
import { goodInputs } from './good-inputs.ts';
import { damage, requestWriter, send, writeRequest } from './requests.ts';
import type { RawRequest } from '../../http/test/raw-request.ts';
import { everyOperation, type Subject } from './subjects.ts';

/** Each run of the suite tries the same requests, so far as answers are the same; another seed tries others. */
const SEED = Number(process.env['LAMBDECK_MALFORMED_SEED'] ?? 20_261_128);
/** A share of the ten thousand that take their minute: `LAMBDECK_MALFORMED_REQUESTS=10000`. */
const REQUESTS = Number(process.env['LAMBDECK_MALFORMED_REQUESTS'] ?? 1500);
const ANSWER_MS_MAX = 5000;

let program: Program;
let subjects: readonly Subject[];

beforeAll(async () => {
  program = await startProgram();
  subjects = await everyOperation(requestWriter);
});
afterAll(async () => {
  for (const client of new Set(subjects.map((subject) => subject.client))) client.destroy();
  await program[Symbol.asyncDispose]();
});

it(
  `${REQUESTS} malformed requests of every operation: no crash, no hang, no failure of ours`,
  { timeout: 30_000 + REQUESTS * 40 },
  async () => {
    const random = randomFrom(SEED);
    const seen = new SeenValues();
    const inputs = new BadInput(seen, random);
    const good = new Map(Object.entries(await goodInputs()));
    const failures: string[] = [];
    let understood = 0;

    const ask = async (subject: Subject, input: unknown, isDamaged: boolean) => {
      const written = await writeRequest(subject, input);
      if (!written) return;
      const request = isDamaged ? damage(written, random) : written;
      const startedAt = performance.now();
      const answer = await send(program.ready.url, request, ANSWER_MS_MAX).catch((error: unknown) => ({
        status: 0,
        text: String(error),
      }));
      const isOurs = answer.status === 0 || (answer.status >= 500 && answer.status !== 501);
      if (isOurs || performance.now() - startedAt > ANSWER_MS_MAX)
        failures.push(report(subject, request, answer));
      const isUnderstood = answer.status >= 200 && answer.status < 300;
      if (isUnderstood) understood += 1;
      if (isUnderstood && !isDamaged) seen.addAll(input);
      harvest(answer.text, subject.operation.name, seen);
    };

    const named = new Map(
      subjects.map((subject) => [`${subject.service} ${subject.operation.name}`, subject]),
    );
    for (const [name, input] of good) {
      const subject = named.get(name);
      if (!subject) throw new Error(`${name} is not served`);
      await ask(subject, inputs.fill(input), false);
    }
    const makers = subjects.filter((subject) => good.has(`${subject.service} ${subject.operation.name}`));
    for (let count = good.size; count < REQUESTS; count += 1) {
      const subject = oneOf(random(3) === 0 ? makers : subjects, random);
      const { input } = subject.operation;
      const model = good.get(`${subject.service} ${subject.operation.name}`);
      const isSpoiled = model && random(4) > 0;
      await ask(
        subject,
        isSpoiled ? inputs.spoil(input, model) : inputs.make(input, /^Delete/.test(subject.operation.name)),
        random(4) === 0,
      );
    }
    expect(failures.length === 0 ? [] : [...failures.slice(0, 20), program.errors()]).toEqual([]);
    // Requests that are all refused at the door would find nothing behind it.
    expect(understood / REQUESTS).toBeGreaterThan(0.1);
    expect((await fetch(`${program.ready.url}/_lambdeck/health`)).status).toBe(200);
  },
);

function report(subject: Subject, request: RawRequest, answer: { status: number; text: string }): string {
  const body = Buffer.from(request.body ?? '')
    .toString('latin1')
    .slice(0, 2000);
  const { service, operation } = subject;
  return `${answer.status} ${answer.text.slice(0, 400)}\n${service} ${operation.name}: ${request.method} ${request.path}\n${JSON.stringify(request.headers)}\n${body}`;
}

/** Names and identifiers in the answer, whatever its protocol, and the words that a refusal says are allowed. */
function harvest(answer: string, operation: string, seen: SeenValues): void {
  const scanned = answer.slice(0, 20_000);
  const thing = operation.replace(/^(Create|Import|Put)/, '');
  const add = (name: string, value: string) => {
    seen.add(name, value);
    // API Gateway answers with an `id` what it asks for as a `restApiId`.
    if (/^(id|name)$/i.test(name)) seen.add(`${thing}${name}`, value);
  };
  for (const [, name = '', value = ''] of scanned.matchAll(/"(\w+)": ?"((?:[^"\\]|\\.){1,600})"/g))
    add(name, unescaped(value));
  for (const [, name = '', value = ''] of scanned.matchAll(/<(\w+)>([^<]{1,600})<\/\1>/g)) add(name, value);
  for (const [, name = '', words = ''] of scanned.matchAll(
    /at '(?:[\w.]+\.)?(\w+)' failed [^\]]*set: \[([^\]]+)\]/g,
  ))
    for (const word of words.split(', ')) seen.add(name, word);
}

function unescaped(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}
