import { Chip } from '@/components/ui/chip';
import type { TraceRow } from '@/lib/domain/trace';
import { getTranslator } from '@/lib/i18n/server';

/** What a segment says beside its times: its request, its annotations and what went wrong in it. */
export async function RowDetails({ row }: { row: TraceRow }) {
  const t = await getTranslator('metrics');
  return (
    <>
      {row.http !== undefined && <span className="block text-12 wrap-anywhere text-muted">{row.http}</span>}
      {row.annotations.length > 0 && (
        <span
          role="list"
          aria-label={t('traces.annotations', { name: row.name })}
          className="mt-4 flex flex-wrap gap-4"
        >
          {row.annotations.map(({ key, value }) => (
            <span key={key} role="listitem" className="max-w-full overflow-hidden">
              <Chip mono>
                {key}={value}
              </Chip>
            </span>
          ))}
        </span>
      )}
      {row.errors.map(({ type, message, stack }, index) => (
        <details key={index} className="mt-4 text-12 font-regular">
          <summary className="rounded-4 wrap-anywhere text-danger-text">
            <span className="font-semibold">{type}</span> {message}
          </summary>
          {stack.length > 0 && (
            <pre
              tabIndex={0}
              aria-label={t('traces.exception', { name: row.name })}
              className="mt-4 max-h-split overflow-auto rounded-8 border border-edge-strong bg-code-ground p-8 text-code-text"
            >
              {stack.join('\n')}
            </pre>
          )}
        </details>
      ))}
    </>
  );
}
