import { randomBytes } from 'node:crypto';
import { roleId, temporaryKeyId } from './temporary-keys.ts';

/** Keys of one session, as a client signs with them. */
export interface SessionKeys {
  readonly accessKeyId: string;
  readonly secret: string;
  readonly token: string;
}

export interface EnvironmentSession {
  readonly accountId: string;
  readonly secret: string;
  readonly arn: string;
  readonly userId: string;
}

/** Those that were not used for longest are forgotten first. */
const sessionsMax = 10_000;

/** Sessions of functions' environments. They are held in memory: environments end with this process. */
export class EnvironmentSessions {
  readonly #held = new Map<string, EnvironmentSession>();

  /** Keys of the function's role, in whose session AWS shows the function's name; of one letter it is too short. */
  open(of: { accountId: string; roleArn: string; functionName: string }): SessionKeys {
    const { accountId, roleArn, functionName } = of;
    const name = functionName.length > 1 ? functionName : `${functionName}@lambda_function`;
    const partition = roleArn.split(':')[1] ?? 'aws';
    const roleName = roleArn.split('/').at(-1) ?? '';
    const accessKeyId = temporaryKeyId(accountId);
    const secret = randomBytes(30).toString('base64');
    this.#held.set(accessKeyId, {
      accountId,
      secret,
      arn: `arn:${partition}:sts::${accountId}:assumed-role/${roleName}/${name}`,
      userId: `${roleId(roleArn)}:${name}`,
    });
    const [oldest] = this.#held.keys();
    if (this.#held.size > sessionsMax && oldest !== undefined) this.#held.delete(oldest);
    return { accessKeyId, secret, token: randomBytes(192).toString('base64') };
  }

  find(accessKeyId: string): EnvironmentSession | undefined {
    const session = this.#held.get(accessKeyId);
    if (!session) return undefined;
    this.#held.delete(accessKeyId);
    this.#held.set(accessKeyId, session);
    return session;
  }
}
