import 'server-only';
import pino, { type Logger } from 'pino';
import { getConfig } from '@/lib/config';

let logger: Logger | undefined;

/** The console's own log: JSON lines on standard output. Secrets never go in; the paths below are a second net. */
export function log(): Logger {
  logger ??= pino({
    name: 'console',
    level: getConfig().logLevel,
    base: undefined,
    redact: {
      paths: ['*.secretAccessKey', '*.sessionToken', '*.password', '*.authorization', '*.cookie'],
      censor: '[secret]',
    },
  });
  return logger;
}
