import { CodeBlock } from './code-block';

const colours: Record<string, string> = {
  key: 'text-code-property',
  string: 'text-code-string',
  number: 'text-code-number',
  word: 'text-code-keyword',
};
/** Above this the text is shown without colours: a page must not carry 100,000 spans. */
const highlightMax = 50_000;

/** JSON, laid out and coloured when it parses; as it stands when it does not. */
export function JsonText(props: { text: string; title?: string; copyLabel?: string; wrap?: boolean }) {
  const text = layOut(props.text);
  return (
    <CodeBlock {...props} text={text}>
      {text.length <= highlightMax ? tokensOf(text).map(draw) : text}
    </CodeBlock>
  );
}

function layOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2) ?? text;
  } catch {
    return text;
  }
}

interface Token {
  readonly kind: string;
  readonly text: string;
}

/** Splits JSON into keys, strings, numbers, words and the rest. Exported for its test. */
export function tokensOf(text: string): Token[] {
  const pattern =
    /(?<key>"(?:[^"\\]|\\.)*")(?=\s*:)|(?<string>"(?:[^"\\]|\\.)*")|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<word>\btrue\b|\bfalse\b|\bnull\b)/g;
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) tokens.push({ kind: 'rest', text: text.slice(end, match.index) });
    const kind = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] ?? 'rest';
    tokens.push({ kind, text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) tokens.push({ kind: 'rest', text: text.slice(end) });
  return tokens;
}

function draw(token: Token, index: number) {
  const colour = colours[token.kind];
  return colour ? (
    <span key={index} className={colour}>
      {token.text}
    </span>
  ) : (
    token.text
  );
}
