/** Why a text is not JSON, in the parser's words, or undefined when it is. Nothing at all is no event, too. */
export function jsonProblem(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
