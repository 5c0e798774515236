/** Something a person can put right: printed as one line, exit code 1, no stack. */
export class ToolFailure extends Error {
  override readonly name = 'ToolFailure';
}
