'use client';

import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { setUndeployedCount } from '@/components/patterns/undeployed-count';
import { announce } from '@/components/ui/live-region';
import { editLimits } from '@/lib/domain/edit-limits';
import { changesOf } from '@/lib/domain/working-copy';
import { routes } from '@/lib/routes';
import { formatBytes } from '@/lib/shared/bytes';
import { succeed } from '@/lib/shared/result';
import { readAddedFiles } from './add-files';
import { downloadHref } from './code-api';
import { CodeToolbar } from './code-toolbar';
import { DiffPane } from './diff-pane';
import { EditorNotices } from './editor-notices';
import type { EditorState } from './editor-state';
import { EditorTabs } from './editor-tabs';
import { Explorer } from './explorer';
import { FileView } from './file-view';
import { OutputPanel } from './output-panel';
import type { CodeEditorModel, CodeTarget } from './use-code-editor';
import { useCodeKeys } from './use-code-keys';
import { useDeploy } from './use-deploy';
import { VariablesPanel } from './variables-panel';

const ConfirmDelete = lazy(() =>
  import('@/components/patterns/confirm-delete').then((module) => ({ default: module.ConfirmDelete })),
);

export interface CodeFrameProps {
  readonly target: CodeTarget;
  readonly editor: CodeEditorModel;
  readonly state: EditorState;
  readonly runtime: string | undefined;
  /** The function is being created or updated: Lambda refuses code until that has ended. */
  readonly isUpdating: boolean;
  readonly variableNames: readonly string[];
  readonly testHref: string;
  readonly configurationHref: string;
}

/** Explorer, editor, variables and output around one working copy. */
export function CodeFrame(props: CodeFrameProps) {
  const { target, editor, state } = props;
  const { place, name, qualifier } = target;
  const t = useTranslations('code');
  const flash = useFlash();
  const deploy = useDeploy(target, editor);
  const changes = useMemo(() => changesOf(state.base, state.files), [state.base, state.files]);
  const [isDiffWanted, setIsDiffWanted] = useState(false);
  const [isOutputOpen, setIsOutputOpen] = useState(false);
  const [isDiscarding, setIsDiscarding] = useState(false);
  const isDiffShown = isDiffWanted && changes.size > 0;
  const isDeploying = deploy.phase !== undefined;
  const { readOnly } = state.code;
  const isReadOnly = readOnly !== undefined;
  useRestoredFlash(editor.restoredAt, changes.size > 0 && !state.hasConflict);
  useEffect(() => {
    // A version has no changes of its own; those of $LATEST are still there.
    if (qualifier === undefined) {
      setUndeployedCount(`${place.connectionId}/${place.region}/${name}`, changes.size);
    }
  }, [place, name, qualifier, changes.size]);

  const deployOff = isReadOnly
    ? t(`readOnly.${readOnly === 'role' || readOnly === 'qualifier' ? readOnly : 'title'}`)
    : state.hasConflict
      ? t('deployConflict')
      : changes.size === 0
        ? t('deployClean')
        : props.isUpdating
          ? t('deployUpdating')
          : undefined;
  const handleDeploy = () => {
    if (deployOff !== undefined || isDeploying) return;
    setIsOutputOpen(true);
    void deploy.deployFiles(state);
  };
  const handleSave = () => {
    void editor.keepNow().then((isKept) => {
      const limit = formatBytes(editLimits.draftBytesMax);
      if (isKept) announce(t('kept'));
      else flash.show({ kind: 'warning', title: t('keptFailed', { limit }) });
    });
  };
  const handleAddFiles = (chosen: readonly File[], folder: string) => {
    void readAddedFiles(state.files, chosen, folder).then(({ added, tooLarge }) => {
      editor.dispatch({ type: 'add', added });
      const limit = formatBytes(editLimits.unpackedBytesMax);
      if (tooLarge.length > 0) {
        flash.show({ kind: 'warning', title: t('explorer.tooLarge', { name: tooLarge.join(', '), limit }) });
      }
    });
  };
  useCodeKeys({ onDeploy: handleDeploy, onSave: handleSave });

  return (
    <section
      aria-label={t('title')}
      className="overflow-hidden rounded-8 border border-edge-strong bg-surface max-tablet:mb-40"
    >
      <CodeToolbar
        name={name}
        changeCount={changes.size}
        isDiffShown={isDiffShown}
        onToggleDiff={() => setIsDiffWanted(!isDiffShown)}
        testHref={props.testHref}
        s3Href={routes.editCode(place, name, 'package')}
        isDeploying={isDeploying}
        deployOff={deployOff}
        onDeploy={handleDeploy}
        uploadOff={uploadOff()}
        canAddFiles={!isReadOnly}
        onAddFiles={(chosen) => handleAddFiles(chosen, '')}
        onUpload={(zip) => {
          setIsOutputOpen(true);
          void deploy.deployZip(zip, state);
        }}
      />
      <EditorNotices
        state={state}
        runtime={props.runtime}
        downloadHref={downloadHref(place, name, qualifier)}
        onCompare={() => setIsDiffWanted(true)}
        onKeepMine={() => editor.dispatch({ type: 'keep-mine' })}
        onTakeTheirs={() => setIsDiscarding(true)}
      />
      <div className="grid grid-cols-1 desktop:h-(--code-frame-height) desktop:grid-cols-(--code-columns)">
        <div className="border-edge *:h-full max-desktop:h-subnav max-desktop:border-b desktop:min-h-0 desktop:border-r">
          <Explorer
            state={state}
            changes={changes}
            isReadOnly={isReadOnly}
            dispatch={editor.dispatch}
            onAddFiles={handleAddFiles}
          />
        </div>
        <div className="flex min-h-0 min-w-0 flex-col max-desktop:h-(--code-phone-height)">
          {isDiffShown ? (
            <DiffPane
              state={state}
              changes={changes}
              onClose={() => setIsDiffWanted(false)}
              onDiscard={isReadOnly ? undefined : () => setIsDiscarding(true)}
            />
          ) : (
            <>
              <EditorTabs
                paths={state.openPaths}
                activePath={state.activePath}
                changes={changes}
                onOpen={(path) => editor.dispatch({ type: 'open', path })}
                onClose={(path) => editor.dispatch({ type: 'close', path })}
              />
              <div className="min-h-0 flex-1">
                <FileView
                  state={state}
                  place={place}
                  name={name}
                  qualifier={qualifier}
                  isReadOnly={isReadOnly}
                  dispatch={editor.dispatch}
                  onSave={handleSave}
                />
              </div>
            </>
          )}
          {isOutputOpen && (
            <OutputPanel
              phase={deploy.phase}
              records={deploy.records}
              onClose={() => setIsOutputOpen(false)}
            />
          )}
        </div>
        <div className="border-edge *:h-full max-desktop:border-t desktop:min-h-0 desktop:border-l">
          <VariablesPanel names={props.variableNames} configurationHref={props.configurationHref} />
        </div>
      </div>
      <Suspense fallback={null}>
        {isDiscarding && (
          <ConfirmDelete
            open
            onOpenChange={setIsDiscarding}
            title={t('discard')}
            description={t('discardText', { count: changes.size })}
            things={[...changes.keys()].slice(0, 50).map((path) => ({ name: path }))}
            onConfirm={async () => succeed(undefined)}
            onDone={() => {
              setIsDiscarding(false);
              editor.dispatch({ type: 'discard' });
            }}
          />
        )}
      </Suspense>
    </section>
  );

  function uploadOff(): string | undefined {
    if (readOnly === 'role') return t('readOnly.role');
    if (qualifier !== undefined) return t('readOnly.qualifier');
    if (readOnly === 'image') return t('uploadImage');
    if (isDeploying) return t('deployBusy');
    return props.isUpdating ? t('deployUpdating') : undefined;
  }
}

/** Says once that changes from before are back. */
function useRestoredFlash(restoredAt: number | undefined, hasChanges: boolean): void {
  const t = useTranslations('code');
  const format = useFormatter();
  const flash = useFlash();
  const isShown = restoredAt !== undefined && hasChanges;
  const show = useEffectEvent((at: number) => {
    const time = format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
    return flash.show({ kind: 'info', title: t('restored', { time }) }, 'draft-restored');
  });
  useEffect(() => {
    if (!isShown || restoredAt === undefined) return undefined;
    const id = show(restoredAt);
    // Gone again when they are deployed or discarded, and with the page.
    return () => flash.dismiss(id);
  }, [isShown, restoredAt, flash]);
}
