import { TriangleAlert } from 'lucide-react';
import { Chip } from '@/components/ui/chip';
import type { RuntimeSupport } from '@/lib/domain/runtimes';

/** The identifier as AWS writes it, with a chip when its time is coming to an end. */
export function RuntimeCell(props: {
  runtime: string;
  support: RuntimeSupport;
  words: { deprecated: string; ending: string; blocked: string; dates: string };
}) {
  const { runtime, support, words } = props;
  if (!runtime) return <span className="text-muted">–</span>;
  return (
    <span className="inline-flex items-center gap-8 whitespace-nowrap">
      <span className="font-mono text-12">{runtime}</span>
      {support === 'deprecated' && (
        <Chip
          tone="warning"
          tooltip={words.dates}
          icon={<TriangleAlert aria-hidden size={12} strokeWidth={1.75} />}
        >
          {words.deprecated}
        </Chip>
      )}
      {support === 'ending' && (
        <Chip tone="neutral" tooltip={words.dates}>
          {words.ending}
        </Chip>
      )}
      {support === 'blocked' && (
        <Chip tone="danger" tooltip={words.dates}>
          {words.blocked}
        </Chip>
      )}
    </span>
  );
}
