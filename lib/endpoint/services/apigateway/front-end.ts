import type { Operation } from '../service.ts';
import { assertConstraints, oneOf, pattern } from './rules/constraints.ts';

/** In the order in which AWS names them [rec]. */
const patchOps = ['add', 'remove', 'move', 'test', 'replace', 'copy'];

/** What AWS's front end checks before an operation looks anything up: members of the body, then those of the URI [rec]. */
export function withFrontEnd(
  operations: Readonly<Record<string, Operation>>,
): Readonly<Record<string, Operation>> {
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]): [string, Operation] => [
      name,
      (input, context) => {
        assertInput(name, input);
        return operation(input, context);
      },
    ]),
  );
}

function assertInput(name: string, input: unknown): void {
  const { patchOperations, statusCode } = input as {
    readonly patchOperations?: readonly { readonly op?: string }[];
    readonly statusCode?: string;
  };
  const path = `${name.charAt(0).toLowerCase()}${name.slice(1)}Input.patchOperations`;
  const isInUri = /(?:Method|Integration)Response$/.test(name);
  assertConstraints([
    ...(patchOperations ?? []).map(({ op }, index) => oneOf(`${path}.${index + 1}.member.op`, op, patchOps)),
    isInUri ? pattern('statusCode', statusCode, String.raw`[1-5]\d\d`) : undefined,
  ]);
}
