import type { Position } from './repository.ts';

/** Negative when `left` comes first. */
export function comparePositions(left: Position, right: Position): number {
  return left.timestampMs - right.timestampMs || left.id - right.id;
}

export function laterOf(left: Position, right: Position): Position {
  return comparePositions(left, right) > 0 ? left : right;
}

export function earlierOf(left: Position, right: Position): Position {
  return comparePositions(left, right) < 0 ? left : right;
}
