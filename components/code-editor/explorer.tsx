'use client';

import { FilePlus, FolderPlus, Pencil, Trash2, Undo2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState, type DragEvent } from 'react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/icon-button';
import { buildPackageTree, folderOf, foldersTo, nameOf, type ChangeLetter } from '@/lib/domain/package-tree';
import {
  addFolder,
  removePath,
  renamePath,
  restorePath,
  writeText,
  type PackageFiles,
} from '@/lib/domain/working-copy';
import { succeed } from '@/lib/shared/result';
import type { EditorEvent, EditorState } from './editor-state';
import { ExplorerTree } from './explorer-tree';

// Dialogs are fetched when someone asks for one.
const PathDialog = lazy(() => import('./path-dialog').then((module) => ({ default: module.PathDialog })));
const ConfirmDelete = lazy(() =>
  import('@/components/patterns/confirm-delete').then((module) => ({ default: module.ConfirmDelete })),
);

type Asking =
  | { readonly act: 'newFile' | 'newFolder' | 'rename'; readonly path: string }
  | { readonly act: 'delete'; readonly path: string }
  | undefined;

const isAtOrUnder = (path: string, root: string) => path === root || path.startsWith(`${root}/`);

/** Files of the package, and the acts on them. Nothing here touches the function: that is what Deploy does. */
export function Explorer(props: {
  state: EditorState;
  changes: ReadonlyMap<string, ChangeLetter>;
  isReadOnly: boolean;
  dispatch: (event: EditorEvent) => void;
  onAddFiles: (files: readonly File[], folder: string) => void;
}) {
  const { state, changes, dispatch, isReadOnly } = props;
  const t = useTranslations('code.explorer');
  const [selectedPath, setSelectedPath] = useState(state.activePath);
  const [openFolders, setOpenFolders] = useState<ReadonlySet<string>>(
    () => new Set(foldersTo(state.activePath ?? '')),
  );
  const [asking, setAsking] = useState<Asking>();

  const paths = useMemo(
    () =>
      state.code.files.length > 0 || state.files.size > 0
        ? [...state.files.keys()]
        : state.code.entries.map(({ path }) => path),
    [state.files, state.code],
  );
  const nodes = useMemo(() => buildPackageTree(paths, changes), [paths, changes]);
  const folders = useMemo(() => new Set(paths.flatMap((path) => foldersTo(path))), [paths]);
  const isFolder = (path: string) => folders.has(path) || paths.includes(`${path}/`);
  const isGone = (path: string) => !isFolder(path) && changes.get(path) === 'D';
  const openWayTo = (path: string) => setOpenFolders((open) => new Set([...open, ...foldersTo(path)]));

  // What becomes active elsewhere (a new tab, a renamed file) is also shown here.
  useEffect(() => {
    if (state.activePath === undefined) return;
    setSelectedPath(state.activePath);
    openWayTo(state.activePath);
  }, [state.activePath]);

  const folderForNew =
    selectedPath === undefined ? '' : isFolder(selectedPath) ? selectedPath : folderOf(selectedPath);
  const startNew = (act: 'newFile' | 'newFolder') =>
    setAsking({ act, path: folderForNew && `${folderForNew}/` });
  const put = (files: PackageFiles, open?: string) => dispatch({ type: 'files', files, open });
  const restore = (path: string) => put(restorePath(state.base, state.files, path), path);
  const remove = (path: string) => put(removePath(state.files, path));
  const askDelete = (path: string) => {
    if (isGone(path)) return;
    // What is deployed can be put back; only what nobody has but this browser needs the question.
    const isLost = [...changes].some(([changed, letter]) => letter !== 'D' && isAtOrUnder(changed, path));
    if (isLost || isFolder(path)) setAsking({ act: 'delete', path });
    else remove(path);
  };

  const handleDone = (path: string) => {
    if (!asking) return;
    if (asking.act === 'newFile') put(writeText(state.files, path, ''), path);
    if (asking.act === 'newFolder') put(addFolder(state.files, path));
    if (asking.act === 'rename') {
      dispatch({
        type: 'renamed',
        files: renamePath(state.files, asking.path, path),
        from: asking.path,
        to: path,
      });
    }
    openWayTo(path);
    setSelectedPath(path);
    setAsking(undefined);
  };
  const handleDrop = (event: DragEvent) => {
    if (isReadOnly || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    props.onAddFiles([...event.dataTransfer.files], folderForNew);
  };
  const isSelectedGone = selectedPath !== undefined && isGone(selectedPath);
  const canAct = !isReadOnly && selectedPath !== undefined;

  return (
    <nav
      aria-label={t('title')}
      className="flex min-h-0 flex-col bg-sunken"
      onDragOver={(event) => !isReadOnly && event.preventDefault()}
      onDrop={handleDrop}
    >
      <div className="flex min-h-32 items-center gap-2 border-b border-edge pr-4 pl-12">
        <h3 className="min-w-0 flex-1 truncate text-12 font-medium text-muted">{t('title')}</h3>
        {!isReadOnly && (
          <>
            <IconButton size="small" label={t('newFile')} onClick={() => startNew('newFile')}>
              <FilePlus aria-hidden size={16} strokeWidth={1.75} />
            </IconButton>
            <IconButton size="small" label={t('newFolder')} onClick={() => startNew('newFolder')}>
              <FolderPlus aria-hidden size={16} strokeWidth={1.75} />
            </IconButton>
            <IconButton
              size="small"
              label={t('rename')}
              disabled={!canAct || isSelectedGone}
              onClick={() => selectedPath && setAsking({ act: 'rename', path: selectedPath })}
            >
              <Pencil aria-hidden size={16} strokeWidth={1.75} />
            </IconButton>
            {isSelectedGone ? (
              <IconButton size="small" label={t('restore')} onClick={() => restore(selectedPath)}>
                <Undo2 aria-hidden size={16} strokeWidth={1.75} />
              </IconButton>
            ) : (
              <IconButton
                size="small"
                label={t('delete')}
                disabled={!canAct}
                onClick={() => selectedPath && askDelete(selectedPath)}
              >
                <Trash2 aria-hidden size={16} strokeWidth={1.75} />
              </IconButton>
            )}
          </>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {nodes.length === 0 ? (
          <p className="p-12 text-12 text-muted">{t('empty')}</p>
        ) : (
          <ExplorerTree
            nodes={nodes}
            openFolders={openFolders}
            selectedPath={selectedPath}
            activePath={state.activePath}
            onSelect={setSelectedPath}
            onToggle={(path, isOpen) =>
              setOpenFolders(
                (open) => new Set(isOpen ? [...open, path] : [...open].filter((other) => other !== path)),
              )
            }
            onOpen={(path) => dispatch({ type: 'open', path })}
            onRename={isReadOnly ? undefined : (path) => !isGone(path) && setAsking({ act: 'rename', path })}
            onDelete={isReadOnly ? undefined : askDelete}
          />
        )}
      </div>
      <Suspense fallback={null}>
        {asking && asking.act !== 'delete' && (
          <PathDialog
            act={asking.act}
            initialPath={asking.path}
            taken={
              asking.act === 'rename'
                ? paths.filter((path) => !isAtOrUnder(path, asking.path) && path !== `${asking.path}/`)
                : paths
            }
            onDone={handleDone}
            onClose={() => setAsking(undefined)}
          />
        )}
        {asking?.act === 'delete' && (
          <ConfirmDelete
            open
            onOpenChange={(open) => !open && setAsking(undefined)}
            title={t('deleteQuestion', { name: nameOf(asking.path) })}
            description={t('deleteText')}
            things={paths
              .filter((path) => isAtOrUnder(path, asking.path))
              .slice(0, 50)
              .map((name) => ({ name }))}
            onConfirm={async () => succeed(undefined)}
            onDone={() => {
              remove(asking.path);
              setAsking(undefined);
            }}
          />
        )}
      </Suspense>
    </nav>
  );
}
