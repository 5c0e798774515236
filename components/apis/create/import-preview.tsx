'use client';

import { Lock } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Note } from '@/components/ui/note';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import type { OpenApiPreview } from '@/lib/domain/openapi-preview';
import { VerbText } from '../rest/verb-text';

/** What an import would create: paths, methods and integrations. */
export function ImportPreview({ preview }: { preview: OpenApiPreview }) {
  const t = useTranslations('createApi.import');
  return (
    <div className="flex flex-col gap-12">
      <div>
        <p className="font-medium wrap-anywhere">
          {preview.title || '–'}{' '}
          <span className="font-regular text-muted">
            {[preview.version, preview.format].filter(Boolean).join(' · ')}
          </span>
        </p>
        <p className="text-12 text-muted">
          {t('summary', {
            paths: preview.pathCount,
            methods: preview.methodCount,
            models: preview.modelCount,
          })}
        </p>
        {preview.authorizers.length > 0 && (
          <p className="text-12 text-muted">{t('authorizers', { names: preview.authorizers.join(', ') })}</p>
        )}
      </div>
      {preview.problem && <Note tone="danger">{t(`problems.${preview.problem}`)}</Note>}
      {preview.rows.length > 0 && (
        <div className="rounded-8 border border-edge-strong bg-surface">
          <Table caption={t('previewTitle')}>
            <thead>
              <tr>
                <HeaderCell>{t('method')}</HeaderCell>
                <HeaderCell>{t('path')}</HeaderCell>
                <HeaderCell>{t('integration')}</HeaderCell>
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((row) => (
                <Row key={`${row.method} ${row.path}`}>
                  <Cell>
                    <VerbText verb={row.method} />
                  </Cell>
                  <Cell>
                    <span className="inline-flex items-center gap-4 font-mono text-12">
                      {row.path}
                      {row.isSecured && (
                        <Lock aria-label={t('secured')} role="img" size={12} strokeWidth={1.75} />
                      )}
                    </span>
                  </Cell>
                  <Cell muted={row.integration === undefined}>
                    <span className="text-12 wrap-anywhere">{row.integration ?? t('noIntegration')}</span>
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {preview.methodCount > preview.rows.length && (
        <p className="text-12 text-muted">
          {t('rest', { count: preview.methodCount - preview.rows.length })}
        </p>
      )}
    </div>
  );
}
