'use client';

import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import { useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl/react';
import { visibleRows, type ChangeLetter, type TreeNode, type TreeRow } from '@/lib/domain/package-tree';
import { FileIcon } from './file-icon';

const letterClass: Record<ChangeLetter, string> = {
  A: 'text-success-text',
  M: 'text-warning-text',
  D: 'text-danger-text',
};

export interface ExplorerTreeProps {
  readonly nodes: readonly TreeNode[];
  readonly openFolders: ReadonlySet<string>;
  readonly selectedPath: string | undefined;
  readonly activePath: string | undefined;
  readonly onSelect: (path: string) => void;
  readonly onToggle: (path: string, isOpen: boolean) => void;
  readonly onOpen: (path: string) => void;
  /** F2 and Delete on a row; absent for what may not be changed. */
  readonly onRename?: ((path: string) => void) | undefined;
  readonly onDelete?: ((path: string) => void) | undefined;
}

/** Files and folders as a tree: arrow keys walk, Enter opens, F2 renames, Delete deletes. */
export function ExplorerTree(props: ExplorerTreeProps) {
  const t = useTranslations('code.explorer');
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => visibleRows(props.nodes, props.openFolders), [props.nodes, props.openFolders]);
  const selected = rows.find((row) => row.node.path === props.selectedPath) ?? rows[0];

  const focus = (row: TreeRow | undefined) => {
    if (!row) return;
    props.onSelect(row.node.path);
    tree.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(row.node.path)}"]`)?.focus();
  };
  const handleKey = (event: KeyboardEvent) => {
    const at = selected ? rows.indexOf(selected) : -1;
    const node = selected?.node;
    if (!node || event.altKey || event.ctrlKey || event.metaKey) return;
    const isOpen = node.type === 'folder' && props.openFolders.has(node.path);
    const acts: Record<string, () => void> = {
      ArrowDown: () => focus(rows[at + 1]),
      ArrowUp: () => focus(rows[at - 1]),
      Home: () => focus(rows[0]),
      End: () => focus(rows[rows.length - 1]),
      ArrowRight: () =>
        node.type === 'folder' && !isOpen ? props.onToggle(node.path, true) : focus(childOf(rows, at)),
      ArrowLeft: () => (isOpen ? props.onToggle(node.path, false) : focus(parentOf(rows, at))),
      Enter: () => activate(node),
      ' ': () => activate(node),
      F2: () => props.onRename?.(node.path),
      Delete: () => props.onDelete?.(node.path),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const activate = (node: TreeNode) => {
    props.onSelect(node.path);
    if (node.type === 'folder') props.onToggle(node.path, !props.openFolders.has(node.path));
    else props.onOpen(node.path);
  };

  return (
    <div ref={tree} role="tree" aria-label={t('title')} onKeyDown={handleKey} className="py-4">
      {rows.map((row) => (
        <Row
          key={row.node.path}
          row={row}
          isOpen={props.openFolders.has(row.node.path)}
          isActive={row.node.path === props.activePath}
          isTabStop={row === selected}
          onActivate={() => activate(row.node)}
        />
      ))}
    </div>
  );
}

const childOf = (rows: readonly TreeRow[], at: number) => {
  const next = rows[at + 1];
  return next && next.level > (rows[at]?.level ?? 0) ? next : undefined;
};
const parentOf = (rows: readonly TreeRow[], at: number) =>
  rows.slice(0, Math.max(0, at)).findLast((row) => row.level < (rows[at]?.level ?? 0));

function Row(props: {
  row: TreeRow;
  isOpen: boolean;
  isActive: boolean;
  isTabStop: boolean;
  onActivate: () => void;
}) {
  const t = useTranslations('code.explorer');
  const { node, level, position, siblings } = props.row;
  const change = node.type === 'file' ? node.change : undefined;
  const name = change ? `${node.name}, ${t(`change.${change}`)}` : node.name;
  return (
    <div
      role="treeitem"
      data-path={node.path}
      data-focus="inset"
      aria-label={name}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={node.type === 'folder' ? props.isOpen : undefined}
      aria-selected={props.isActive}
      tabIndex={props.isTabStop ? 0 : -1}
      onClick={props.onActivate}
      style={{ paddingInlineStart: `calc(var(--space-12) * ${level})` }}
      className={clsx(
        'flex min-h-target cursor-pointer items-center gap-8 pr-12 hover:bg-hover',
        props.isActive && 'bg-selected',
        change && letterClass[change],
      )}
    >
      {node.type === 'folder' ? (
        <ChevronRight
          aria-hidden
          size={16}
          strokeWidth={1.75}
          className={clsx('shrink-0 text-muted transition-transform', props.isOpen && 'rotate-90')}
        />
      ) : (
        <FileIcon path={node.path} />
      )}
      <span className={clsx('min-w-0 flex-1 truncate', change === 'D' && 'line-through')}>{node.name}</span>
      {change && (
        <span aria-hidden className="font-mono text-12 font-medium">
          {change}
        </span>
      )}
      {node.type === 'folder' && node.isChanged && (
        <span aria-hidden className="size-4 shrink-0 rounded-full bg-warning-solid" />
      )}
    </div>
  );
}
