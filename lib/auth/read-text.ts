import 'server-only';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { refuse, succeed } from '@/lib/shared/result';

/** Reads a body of text, never holding more than `bytesMax` of it; `quota` for a longer one. */
export async function readText(
  request: Request,
  bytesMax: number,
  operation: string,
): Promise<ActionResult<string>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
    length += piece.value.length;
    if (length > bytesMax) {
      await reader?.cancel();
      const limit = `${bytesMax / 1024 / 1024} MB`;
      return refuse(
        consoleError('quota', `The event is larger than ${limit}. Make it smaller and try again.`, {
          operation,
        }),
      );
    }
    pieces.push(piece.value);
  }
  return succeed(Buffer.concat(pieces).toString('utf8'));
}
