import type { Column } from '@/components/patterns/resource-table/column';
import { RelativeTime } from '@/components/ui/relative-time';
import type { getTranslator } from '@/lib/i18n/server';
import type { LayerRow } from '@/lib/queries/layers';

type Words = Awaited<ReturnType<typeof getTranslator<'layers'>>>;

/** Columns of a list of layers, or of the versions of one; the first of them is the caller's. */
export function layerColumns(t: Words, first: Column<LayerRow>): readonly Column<LayerRow>[] {
  return [
    first,
    ...(first.id === 'version'
      ? []
      : [
          {
            id: 'latest',
            header: t('latest'),
            align: 'end' as const,
            cell: (row: LayerRow) => row.version,
          },
        ]),
    {
      id: 'description',
      header: t('description'),
      muted: true,
      cut: true,
      cell: ({ description }) => description,
    },
    {
      id: 'runtimes',
      header: t('runtimes'),
      cut: true,
      cell: ({ runtimes }) => (
        <code className="text-12">{runtimes.length === 0 ? t('any') : runtimes.join(', ')}</code>
      ),
    },
    {
      id: 'architectures',
      header: t('architectures'),
      hideUnder: 'desktop',
      phone: 'hidden',
      cell: ({ architectures }) => (
        <code className="text-12">{architectures.length === 0 ? t('any') : architectures.join(', ')}</code>
      ),
    },
    {
      id: 'created',
      header: t('created'),
      cell: ({ createdAt }) => (createdAt ? <RelativeTime at={createdAt} /> : '–'),
    },
  ];
}
