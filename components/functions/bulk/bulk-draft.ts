import type { BulkChange, BulkKind } from '@/lib/domain/bulk-change';

/** The form as it is typed. */
export interface BulkDraft {
  readonly kind: BulkKind;
  readonly runtime: string;
  readonly memory: string;
  readonly timeout: string;
  readonly key: string;
  readonly value: string;
  /** Days, or `never`. */
  readonly retention: string;
}

export const emptyDraft: BulkDraft = {
  kind: 'runtime',
  runtime: '',
  memory: '',
  timeout: '',
  key: '',
  value: '',
  retention: '30',
};

const figure = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** The change that a draft means; whether AWS would take it is said by the domain. */
export function changeOf(draft: BulkDraft): BulkChange {
  switch (draft.kind) {
    case 'runtime':
      return { kind: 'runtime', runtime: draft.runtime };
    case 'memory':
      return { kind: 'memory', memoryMb: figure(draft.memory) };
    case 'timeout':
      return { kind: 'timeout', timeoutSeconds: figure(draft.timeout) };
    case 'tag':
      return { kind: 'tag', key: draft.key.trim(), value: draft.value };
    case 'untag':
      return { kind: 'untag', key: draft.key.trim() };
    case 'retention':
      return { kind: 'retention', days: draft.retention === 'never' ? null : figure(draft.retention) };
    case 'delete':
      return { kind: 'delete' };
  }
}
