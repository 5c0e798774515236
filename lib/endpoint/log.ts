import { pino, type Logger } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger };

/**
 * The endpoint's own log: JSON lines on stderr, so that stdout stays free for the ready line. Lines about a
 * request carry its `requestId`. Headers that hold credentials and values of environment variables are removed.
 */
export function createLogger(level: LogLevel): Logger {
  return pino(
    {
      name: 'lambdeck-endpoint',
      level,
      redact: {
        paths: [
          'headers.authorization',
          'headers["x-amz-security-token"]',
          'headers.cookie',
          'variables',
          '*.variables',
          '*.Environment',
          'secret',
          '*.secret',
        ],
        censor: '[removed]',
      },
    },
    // Written at once: lines just before a crash are the ones that matter.
    pino.destination({ dest: 2, sync: true }),
  );
}
