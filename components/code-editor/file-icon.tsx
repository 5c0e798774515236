import { Braces, File, FileCode, FileText, Link2, Terminal, type LucideIcon } from 'lucide-react';

const byEnding: readonly (readonly [ending: RegExp, icon: LucideIcon])[] = [
  [/\.(json|map)$/i, Braces],
  [/\.(md|txt|rst)$/i, FileText],
  [/\.(sh|bash)$|(^|\/)bootstrap$/i, Terminal],
  [/\.(m?[jt]sx?|c[jt]s|py|rb|go|rs|java|cs|html?|css|xml|ya?ml|toml)$/i, FileCode],
];

export function FileIcon({ path, isLink = false }: { path: string; isLink?: boolean }) {
  const Icon = isLink ? Link2 : (byEnding.find(([ending]) => ending.test(path))?.[1] ?? File);
  return <Icon aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-muted" />;
}
