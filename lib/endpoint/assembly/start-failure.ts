import type { EndpointConfig } from '../config.ts';
import { StoreError } from '../store/store-error.ts';

/** Something a person can put right before starting again: printed as one line, exit code 1. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

/** Words what stopped a start, as far as it is known; anything else is our fault and keeps its stack. */
export function explainStart(error: unknown, config: EndpointConfig): unknown {
  if (error instanceof StartFailure) return error;
  if (error instanceof StoreError) return new StartFailure(error.message);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const place = `${config.host}, port ${config.port}`;
  if (code === 'EADDRINUSE') {
    return new StartFailure(
      `Port ${config.port} on ${config.host} is taken by another program. Stop it, or choose another port with ` +
        'LAMBDECK_ENDPOINT_PORT.',
    );
  }
  if (code === 'EACCES') {
    return new StartFailure(
      `This user may not listen on ${place}. Choose a port above 1023 with LAMBDECK_ENDPOINT_PORT.`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartFailure(
      `This machine has no address ${config.host}. Set LAMBDECK_ENDPOINT_HOST to one it has, such as 127.0.0.1.`,
    );
  }
  return error;
}
