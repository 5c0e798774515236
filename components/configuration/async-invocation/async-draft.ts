import type { AsyncField, AsyncValues } from '@/lib/forms/async-invocation';

/** The fields as they are typed; the age in the three parts that AWS's console asks for. */
export interface AsyncDraft {
  readonly hours: string;
  readonly minutes: string;
  readonly seconds: string;
  readonly retries: string;
  readonly onSuccess: string;
  readonly onFailure: string;
}

export const asyncFields: readonly AsyncField[] = ['maxAgeSeconds', 'retries', 'onSuccess', 'onFailure'];

export function toAsyncDraft(values: AsyncValues): AsyncDraft {
  const { maxAgeSeconds } = values;
  return {
    hours: String(Math.floor(maxAgeSeconds / 3_600)),
    minutes: String(Math.floor((maxAgeSeconds % 3_600) / 60)),
    seconds: String(maxAgeSeconds % 60),
    retries: String(values.retries),
    onSuccess: values.onSuccess,
    onFailure: values.onFailure,
  };
}

const whole = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** What is typed as values; an age that cannot be read is NaN. An empty part counts as 0. */
export function fromAsyncDraft(draft: AsyncDraft): AsyncValues {
  return {
    maxAgeSeconds:
      whole(draft.hours || '0') * 3_600 + whole(draft.minutes || '0') * 60 + whole(draft.seconds || '0'),
    retries: whole(draft.retries),
    onSuccess: draft.onSuccess.trim(),
    onFailure: draft.onFailure.trim(),
  };
}
