import type { Duplex } from 'node:stream';
import type { Login } from '../../services/rds/index.ts';
import { cString, errorMessage, int32, message, readCString } from './framing.ts';
import { isSameText, md5Answer, scramServer } from './passwords.ts';
import type { MessageReader } from './reader.ts';
import { randomBytes } from 'node:crypto';

type Known = Extract<Login, { readonly kind: 'login' }>;

/** Turned away; the client is told why before it is hung up on. */
export class LoginRefused extends Error {
  readonly code: string;

  constructor(text: string, code = '28P01') {
    super(text);
    this.code = code;
  }

  get answer(): Buffer {
    return errorMessage(this.code, this.message);
  }
}

export interface LoginRequest {
  readonly socket: Duplex;
  readonly reader: MessageReader;
  readonly user: string;
  readonly isSecure: boolean;
  readonly logins: readonly Login[];
  /** Whether a token lets this user in. */
  readonly isToken: (user: string, token: string) => boolean;
}

/** Texts as RDS Proxy words them. Returns the pair that the proxy presents itself to the database with. */
export async function logIn(request: LoginRequest): Promise<Known> {
  const { socket, user, logins } = request;
  const login = logins.find(
    (candidate): candidate is Known => candidate.kind === 'login' && candidate.username === user,
  );
  if (!login) {
    const problem = logins.find((candidate) => candidate.kind === 'problem');
    throw new LoginRefused(
      `This RDS proxy has no credentials for the role ${user}. Check the credentials for this role and try again.${problem ? ` ${problem.problem}` : ''}`,
    );
  }
  const isRight = login.isIam
    ? await byToken(request)
    : login.isMd5
      ? await byMd5(request, login)
      : await byScram(request, login);
  if (!isRight)
    throw new LoginRefused(
      login.isIam
        ? `The IAM authentication failed for the role ${user}. Check the IAM token for this role and try again.`
        : `The password that was provided for the role ${user} is wrong.`,
    );
  socket.write(message('R', int32(0)));
  return login;
}

async function answerOf({ reader }: LoginRequest): Promise<Buffer> {
  const { type, body } = await reader.message();
  if (type !== 'p') throw new LoginRefused('A password was expected and something else came.', '08P01');
  return body;
}

async function byToken(request: LoginRequest): Promise<boolean> {
  if (!request.isSecure)
    throw new LoginRefused('This RDS proxy requires TLS connections for IAM authentication.', '28000');
  request.socket.write(message('R', int32(3)));
  return request.isToken(request.user, readCString(await answerOf(request)));
}

async function byMd5(request: LoginRequest, { username, password }: Known): Promise<boolean> {
  const salt = randomBytes(4);
  request.socket.write(message('R', int32(5), salt));
  return isSameText(readCString(await answerOf(request)), md5Answer(username, password, salt));
}

async function byScram(request: LoginRequest, { password }: Known): Promise<boolean> {
  const { socket } = request;
  const scram = scramServer(password);
  socket.write(message('R', int32(10), cString('SCRAM-SHA-256'), '\0'));
  const first = await answerOf(request);
  const mechanism = readCString(first);
  const text = first.toString('utf8', Buffer.byteLength(mechanism) + 5);
  const challenge = mechanism === 'SCRAM-SHA-256' ? scram.first(text) : undefined;
  if (challenge === undefined)
    throw new LoginRefused('The SASL mechanism or its first message is not valid.', '08P01');
  socket.write(message('R', int32(11), challenge));
  const final = await scram.final((await answerOf(request)).toString());
  if (final === undefined) return false;
  socket.write(message('R', int32(12), final));
  return true;
}
