'use client';

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { ConsoleError } from '@/lib/domain/console-error';
import { draftOf } from '@/lib/domain/working-copy';
import type { CodePackage } from '@/lib/queries/function-code';
import type { Place } from '@/lib/routes';
import { fetchPackage } from './code-api';
import { keepDraft, readDraft, type StoredDraft } from './draft-store';
import { openEditor, reduceEditor, type EditorEvent, type EditorState } from './editor-state';

export interface CodeTarget {
  readonly place: Place;
  readonly name: string;
  /** A version or an alias, which is only looked at; undefined for $LATEST. */
  readonly qualifier: string | undefined;
  readonly handler: string | undefined;
  /** What the page says is deployed; another value than before makes the editor look again. */
  readonly codeSha256: string | undefined;
}

type Event =
  | EditorEvent
  | { type: 'opened'; code: CodePackage; draft: StoredDraft | undefined; handler: string | undefined };

function reduce(state: EditorState | undefined, event: Event): EditorState | undefined {
  if (event.type === 'opened') return openEditor(event.code, event.draft, event.handler);
  return state && reduceEditor(state, event);
}

export interface CodeEditorModel {
  readonly state: EditorState | undefined;
  readonly error: ConsoleError | undefined;
  readonly dispatch: (event: EditorEvent) => void;
  /** Reads the deployed code again and lays the changes over it. */
  readonly reload: () => Promise<CodePackage | undefined>;
  readonly retry: () => void;
  /** When the draft that came back was kept, in milliseconds since 1970. */
  readonly restoredAt: number | undefined;
  /** Keeps the draft at once; false when the browser cannot. */
  readonly keepNow: () => Promise<boolean>;
}

const keepAfterMs = 400;

/** The code of a function in this browser: loads it, lays the kept draft over it, keeps every change. */
export function useCodeEditor({ place, name, qualifier, handler, codeSha256 }: CodeTarget): CodeEditorModel {
  const { connectionId, region } = place;
  const key = `${connectionId}/${region}/${name}`;
  const [state, dispatch] = useReducer(reduce, undefined);
  const [error, setError] = useState<ConsoleError>();
  const [restoredAt, setRestoredAt] = useState<number>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    const load = async () => {
      const [answer, draft] = await Promise.all([
        fetchPackage({ connectionId, region }, name, qualifier, abort.signal),
        readDraft(key),
      ]);
      if (abort.signal.aborted) return;
      if (!answer.ok) {
        setError(answer.error);
        return;
      }
      setError(undefined);
      setRestoredAt(answer.data.readOnly === undefined ? draft?.savedAt : undefined);
      dispatch({ type: 'opened', code: answer.data, draft, handler });
    };
    // An aborted request is nobody's failure: the page has moved on.
    load().catch(() => undefined);
    return () => abort.abort();
  }, [connectionId, region, name, qualifier, key, handler, attempt]);

  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  }, [state]);

  const reload = useCallback(async () => {
    const answer = await fetchPackage({ connectionId, region }, name, qualifier);
    if (!answer.ok) return undefined;
    dispatch({ type: 'reloaded', code: answer.data });
    return answer.data;
  }, [connectionId, region, name, qualifier]);

  useEffect(() => {
    const known = latest.current?.code.codeSha256;
    if (known !== undefined && codeSha256 !== undefined && known !== codeSha256) void reload();
  }, [codeSha256, reload]);

  const keepNow = useCallback(async () => {
    const now = latest.current;
    if (!now || now.code.readOnly !== undefined) return true;
    // While it is undecided which code wins, a reload must ask again.
    const basis = now.hasConflict ? 'undecided' : now.code.codeSha256;
    return keepDraft(key, draftOf(basis, now.base, now.files));
  }, [key]);
  useKeptDraft(state, keepNow);

  return { state, error, dispatch, reload, restoredAt, keepNow, retry: () => setAttempt(attempt + 1) };
}

/** Keeps the draft shortly after the last change, and at once when the page is left. */
function useKeptDraft(state: EditorState | undefined, keepNow: () => Promise<boolean>): void {
  const files = state?.files;
  const base = state?.base;
  const hasConflict = state?.hasConflict;
  const isLostOnLeaving = useRef(false);
  useEffect(() => {
    if (!files) return undefined;
    const keep = async () => {
      isLostOnLeaving.current = !(await keepNow());
    };
    const timer = setTimeout(() => void keep(), keepAfterMs);
    return () => clearTimeout(timer);
  }, [files, base, hasConflict, keepNow]);

  useEffect(() => {
    const handleHide = () => void keepNow();
    // A draft that was kept needs no question: it is there again. One that could not be kept is lost.
    const handleLeave = (event: BeforeUnloadEvent) => {
      if (isLostOnLeaving.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', handleLeave);
    document.addEventListener('visibilitychange', handleHide);
    window.addEventListener('pagehide', handleHide);
    return () => {
      window.removeEventListener('beforeunload', handleLeave);
      document.removeEventListener('visibilitychange', handleHide);
      window.removeEventListener('pagehide', handleHide);
      handleHide();
    };
  }, [keepNow]);
}
