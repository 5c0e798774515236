/** Lines that a call leaves behind, in AWS's words, for tests and for the execution logs of stages. */
export interface ExecutionLog {
  /** What is called is a function so that a call nobody watches makes no text. */
  add(line: () => string): void;
  /** A line with what the caller or the back end sent: stages keep it with data tracing alone. */
  addData(line: () => string): void;
}

export const noLog: ExecutionLog = { add: () => undefined, addData: () => undefined };

const linesMax = 200;
const lineMax = 1024;

interface KeptLine {
  readonly text: string;
  readonly ms: number;
  readonly isData: boolean;
}

export interface KeptLog extends ExecutionLog {
  readonly lines: readonly KeptLine[];
}

/** Keeps the lines of one call; long ones are cut as AWS cuts them. */
export function keptLog(now: () => number): KeptLog {
  const lines: KeptLine[] = [];
  const keep = (line: () => string, isData: boolean): void => {
    if (lines.length >= linesMax) return;
    const whole = line();
    const text = whole.length > lineMax ? `${whole.slice(0, lineMax)} [TRUNCATED]` : whole;
    lines.push({ text, ms: now(), isData });
  };
  return { lines, add: (line) => keep(line, false), addData: (line) => keep(line, true) };
}

const spelled: Readonly<Record<string, string>> = {
  'x-amzn-errortype': 'x-amzn-ErrorType',
  'x-amzn-requestid': 'x-amzn-RequestId',
};

/** A header's name as logs and tests show it; answers have names in small letters. */
export function spelledName(name: string): string {
  if (name.startsWith('x-amzn-remapped-')) return `x-amzn-Remapped-${spelledName(name.slice(16))}`;
  return spelled[name] ?? name.replaceAll(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
}

/** `{a=1, b=2}` */
export function shownMap(members: Iterable<readonly [string, string]>): string {
  return `{${[...members].map(([name, value]) => `${name}=${value}`).join(', ')}}`;
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Sat Nov 22 10:00:00 UTC 2026`. */
export function javaTime(ms: number): string {
  const date = new Date(ms);
  const day = String(date.getUTCDate()).padStart(2, '0');
  const time = date.toISOString().slice(11, 19);
  return `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${day} ${time} UTC ${date.getUTCFullYear()}`;
}
