/**
 * EventBridge's pattern grammar, for Lambda's filters and for rules: which events a pattern lets through.
 *
 * Gaps: of wildcards, "too complex" is refused by their number alone. Number texts such as `300` and `3.0e2` are equal,
 * as numbers of the JSON they come in.
 *
 * By design: keys of one object in a pattern must hold within one element of a list of objects (unconfirmed). An
 * object and an empty list do not exist, as AWS says of leaves.
 *
 * Client quirks: none known.
 */
export { compilePattern } from './compile.ts';
export { syntaxProblem } from './json-cursor.ts';
export { PatternProblem, shownSource } from './pattern-problem.ts';
export { matchesPattern, type PatternNode } from './pattern.ts';
