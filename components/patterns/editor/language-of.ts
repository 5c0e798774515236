/** Monaco's language ids by file ending; only these are bundled, everything else is plain text. */
const byEnding: Readonly<Record<string, string>> = {
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'typescript',
  json: 'json',
  map: 'json',
  py: 'python',
  yaml: 'yaml',
  yml: 'yaml',
  md: 'markdown',
  html: 'html',
  htm: 'html',
  css: 'css',
  sh: 'shell',
  bash: 'shell',
  java: 'java',
  go: 'go',
  cs: 'csharp',
  rb: 'ruby',
  rs: 'rust',
  xml: 'xml',
  csproj: 'xml',
  svg: 'xml',
};

const byName: Readonly<Record<string, string>> = {
  bootstrap: 'shell',
  Gemfile: 'ruby',
  Rakefile: 'ruby',
  '.prettierrc': 'json',
};

/** The language to colour a file in, by its path alone. */
export function languageOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (Object.hasOwn(byName, name)) return byName[name] ?? 'plaintext';
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(byEnding, ending) && name.includes('.')
    ? (byEnding[ending] ?? 'plaintext')
    : 'plaintext';
}
