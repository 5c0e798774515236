'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import type { DeployedCode } from '@/lib/actions/functions/deploy-code';
import { consoleError, type ActionResult, type ConsoleError } from '@/lib/domain/console-error';
import { refuse } from '@/lib/shared/result';
import { deployPackage } from './code-api';
import type { EditorState } from './editor-state';
import { packFiles } from './pack';
import type { CodeEditorModel, CodeTarget } from './use-code-editor';

export type DeployPhase =
  | { readonly step: 'packing' }
  | { readonly step: 'sending'; readonly percent: number }
  | { readonly step: 'updating' };

/** One ended deploy, for the output. */
export interface DeployRecord {
  readonly id: number;
  /** ISO time of its end. */
  readonly at: string;
  readonly durationMs: number;
  readonly zipBytes: number;
  /** Undefined for an uploaded .zip, whose files nobody counted. */
  readonly files: number | undefined;
  readonly outcome: DeployedCode | ConsoleError;
}

const recordsMax = 20;

export interface Deploy {
  readonly phase: DeployPhase | undefined;
  readonly records: readonly DeployRecord[];
  /** Packs the working copy and deploys it. */
  readonly deployFiles: (state: EditorState) => Promise<void>;
  /** Deploys a .zip as it is; its content replaces everything. False when it was refused. */
  readonly deployZip: (zip: Blob, state: EditorState) => Promise<boolean>;
  readonly clear: () => void;
}

/** Deploying from the browser: one at a time, progress as a flash, the result into the output. */
export function useDeploy(target: CodeTarget, editor: CodeEditorModel): Deploy {
  const { place, name } = target;
  const t = useTranslations('code');
  const flash = useFlash();
  const router = useRouter();
  const [phase, setPhase] = useState<DeployPhase>();
  const [records, setRecords] = useState<readonly DeployRecord[]>([]);
  const isRunning = useRef(false);
  const serial = useRef(0);

  const send = async (zip: Blob, state: EditorState): Promise<ActionResult<DeployedCode>> => {
    const onProgress = (share: number) =>
      setPhase(share < 1 ? { step: 'sending', percent: Math.floor(share * 100) } : { step: 'updating' });
    const first = await deployPackage({ place, name, zip, revisionId: state.code.revisionId, onProgress });
    if (first.ok || first.error.kind !== 'conflict') return first;
    const now = await editor.reload();
    // The code is still the one the changes began from: only the configuration moved the revision on.
    if (!now || now.codeSha256 !== state.code.codeSha256) return first;
    return deployPackage({ place, name, zip, revisionId: now.revisionId, onProgress });
  };

  const run = async (
    pack: () => Promise<Blob>,
    state: EditorState,
    files: number | undefined,
    onDeployed: (deployed: DeployedCode) => void,
  ): Promise<boolean> => {
    if (isRunning.current) return false;
    isRunning.current = true;
    const began = Date.now();
    const flashId = flash.show({ kind: 'progress', title: t('flash.deploying', { name }) }, `deploy-${name}`);
    setPhase({ step: 'packing' });
    let zipBytes = 0;
    const attempt = async () => {
      const zip = await pack();
      zipBytes = zip.size;
      return send(zip, state);
    };
    const result = await attempt().catch((error: unknown) =>
      refuse(consoleError('unexpected', error instanceof Error ? error.message : String(error))),
    );
    const outcome = result.ok ? result.data : result.error;
    serial.current += 1;
    const record = {
      id: serial.current,
      at: new Date().toISOString(),
      durationMs: Date.now() - began,
      zipBytes,
      files,
      outcome,
    };
    setRecords((before) => [record, ...before].slice(0, recordsMax));
    setPhase(undefined);
    isRunning.current = false;
    if (result.ok) {
      onDeployed(result.data);
      flash.show({ kind: 'success', title: t('flash.deployed', { name }) }, flashId);
      router.refresh();
    } else {
      flash.show(
        { kind: 'danger', title: t('flash.failed', { name }), text: t('flash.failedText') },
        flashId,
      );
    }
    return result.ok;
  };

  return {
    phase,
    records,
    clear: () => setRecords([]),
    deployFiles: async (state) => {
      const pack = async () => new Blob([await packFiles(state.files)], { type: 'application/zip' });
      await run(pack, state, state.files.size, (deployed) => {
        editor.dispatch({ type: 'deployed', deployed, sent: state.files });
      });
    },
    deployZip: async (zip, state) => {
      const isDeployed = await run(
        async () => zip,
        state,
        undefined,
        () => editor.dispatch({ type: 'discard' }),
      );
      if (isDeployed) await editor.reload();
      return isDeployed;
    },
  };
}
