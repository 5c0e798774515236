import 'server-only';
import { socketRouteParts, type SocketRoutePart } from '@/lib/actions/websocket-apis/socket-route-calls';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import { socketRouteFields } from '@/lib/forms/socket-route';

const words: Readonly<Record<SocketRoutePart, string>> = {
  integration: 'the integration',
  route: 'the route itself',
  responses: 'what it answers',
};
const listOf = (parts: readonly SocketRoutePart[]) => parts.map((part) => words[part]).join(' and ');

/** A route is saved by several calls: when a later one is refused, which part is saved and which is not. */
export function partialSave(
  cause: unknown,
  saved: readonly SocketRoutePart[],
  operation: string,
): ConsoleError {
  const error = toConsoleError(cause, { operation, fields: socketRouteFields });
  if (saved.length === 0) return error;
  // At a field alone it would be overlooked that something was saved.
  const { field: _field, ...facts } = error;
  const left = socketRouteParts.filter((part) => !saved.includes(part));
  return {
    ...facts,
    message: `Saved in part: AWS took ${listOf(saved)}, and not ${listOf(left)}. ${error.message}`,
  };
}
