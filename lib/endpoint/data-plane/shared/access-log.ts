import type { LogSink } from '../../runtimes/launch.ts';
import { contextText } from '../rest-api/context.ts';

/**
 * Writes a line of a stage's access log: `$context.…` in the format becomes what the context has, `-` where that is
 * nothing. A stage without a log group or a format has none.
 */
export function writeAccessLine(
  logs: LogSink,
  place: { readonly accountId: string; readonly region: string; readonly logStream: string },
  {
    DestinationArn = '',
    Format = '',
  }: { readonly DestinationArn?: string | undefined; readonly Format?: string | undefined },
  { context, ms }: { readonly context: Record<string, unknown>; readonly ms: number },
): void {
  const logGroup = /:log-group:([^:]+)/.exec(DestinationArn)?.[1];
  if (logGroup === undefined || Format === '') return;
  const message = Format.replaceAll(
    /\$context\.([\w.-]*\w)|\$\{context\.([\w.-]*\w)\}/g,
    (_, plain: string | undefined, braced: string | undefined) =>
      contextText(context, plain ?? braced ?? '') || '-',
  );
  logs.append({ ...place, logGroup }, [{ timestamp: ms, message }]);
}
