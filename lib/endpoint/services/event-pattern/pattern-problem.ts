export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Why a pattern is none, in EventBridge's words. */
export class PatternProblem extends Error {
  override readonly name = 'PatternProblem';
  readonly place: Place | undefined;
  /** Of the JSON itself, not of what it says. */
  readonly isSyntax: boolean;
  /** What comes up within a list is told with its place twice. */
  readonly isInList: boolean;

  constructor(reason: string, place?: Place, { isSyntax = false, isInList = false } = {}) {
    super(reason);
    this.place = place;
    this.isSyntax = isSyntax;
    this.isInList = isInList;
  }

  inList(): PatternProblem {
    return new PatternProblem(this.message, this.place, { isSyntax: this.isSyntax, isInList: true });
  }

  /** With its place in the text, of which AWS shows so much. */
  describe(source: string): string {
    if (!this.place) return this.message;
    const at = `\n at [Source: ${source}; line: ${this.place.line}, column: ${this.place.column}]`;
    return `${this.message}${at}${this.isInList ? at : ''}`;
  }
}

const shownMax = 500;

/** The text of a pattern as refusals show it. */
export function shownSource(text: string): string {
  const rest = text.length - shownMax;
  return rest > 0 ? `(String)"${text.slice(0, shownMax)}"[truncated ${rest} chars]` : `(String)"${text}"`;
}
