import type { ReactNode } from 'react';
import { EmptyLine } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Note } from '@/components/ui/note';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { isProxy, type RestMethod, type RestResource } from '@/lib/domain/rest-api/method';
import { getTranslator } from '@/lib/i18n/server';
import { resourceFormHref, type RestTarget } from '../../rest-hrefs';
import { DeleteResponse } from '../delete-response';

interface ViewProps {
  readonly target: RestTarget;
  readonly resource: RestResource;
  readonly method: RestMethod;
  readonly refusedReason: string | undefined;
}

/** How answers of the back end become responses of the method. */
export async function IntegrationResponsesView(props: ViewProps) {
  const t = await getTranslator('restApis');
  const { method } = props;
  if (isProxy(method.integration)) {
    return (
      <Note tone="info" title={t('responses.proxyTitle')}>
        {t('responses.proxyText')}
      </Note>
    );
  }
  if (method.integration === null) return <Note tone="warning">{t('method.noIntegration')}</Note>;
  const { responses } = method.integration;
  return (
    <ResponseTable
      {...props}
      side="integration"
      headers={[t('responses.pattern'), t('responses.headers'), t('responses.templates')]}
      emptyText={t('responses.noneIntegration')}
      rows={responses.map((response) => ({
        status: response.statusCode,
        cells: [
          response.selectionPattern === '' ? (
            t('responses.default')
          ) : (
            <code key="pattern" className="text-13">
              {response.selectionPattern}
            </code>
          ),
          Object.entries(response.parameters)
            .map(([name, from]) => `${name.replace(/^method\.response\.header\./, '')} ← ${from}`)
            .join(', '),
          Object.keys(response.templates).join(', ') || t('responses.passThrough'),
        ],
      }))}
    />
  );
}

/** What a caller can get: statuses, their headers and the models of their bodies. */
export async function MethodResponsesView(props: ViewProps) {
  const t = await getTranslator('restApis');
  return (
    <ResponseTable
      {...props}
      side="method"
      headers={[t('responses.headers'), t('responses.bodies')]}
      emptyText={t('responses.noneMethod')}
      rows={props.method.responses.map((response) => ({
        status: response.statusCode,
        cells: [
          response.headers.join(', '),
          Object.entries(response.models)
            .map(([contentType, model]) => `${contentType}: ${model}`)
            .join(', '),
        ],
      }))}
    />
  );
}

async function ResponseTable(
  props: ViewProps & {
    side: 'integration' | 'method';
    headers: readonly string[];
    emptyText: string;
    rows: readonly { readonly status: string; readonly cells: readonly ReactNode[] }[];
  },
) {
  const t = await getTranslator('restApis');
  const common = await getTranslator('ui');
  const { target, resource, method, side, refusedReason, rows } = props;
  const form = side === 'integration' ? 'integration-response' : 'method-response';
  const where = { resource: resource.id, method: method.httpMethod };
  const title = t(`station.${form}`);
  return (
    <Card
      title={title}
      meta={`(${rows.length})`}
      flush={rows.length > 0}
      acts={
        <ButtonLink
          size="small"
          href={resourceFormHref(target, form, where)}
          disabledReason={refusedReason}
          shortcut="edit"
        >
          {t('responses.create')}
        </ButtonLink>
      }
    >
      {rows.length === 0 ? (
        <EmptyLine>{props.emptyText}</EmptyLine>
      ) : (
        <Table caption={title}>
          <thead>
            <tr>
              <HeaderCell>{t('responses.status')}</HeaderCell>
              {props.headers.map((header) => (
                <HeaderCell key={header}>{header}</HeaderCell>
              ))}
              <HeaderCell align="end">
                <span className="sr-only">{t('responses.acts')}</span>
              </HeaderCell>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ status, cells }) => (
              <Row key={status}>
                <Cell header>
                  <span className="font-medium">{status}</span>
                </Cell>
                {cells.map((cell, index) => (
                  <Cell key={index}>
                    <span className="wrap-anywhere">{cell || '–'}</span>
                  </Cell>
                ))}
                <Cell align="end">
                  <span className="inline-flex gap-8">
                    <ButtonLink
                      size="small"
                      href={resourceFormHref(target, form, { ...where, status })}
                      disabledReason={refusedReason}
                    >
                      <span className="sr-only">{t('responses.edit', { status })}</span>
                      <span aria-hidden>{common('edit')}</span>
                    </ButtonLink>
                    <DeleteResponse
                      target={target}
                      resourceId={resource.id}
                      verb={method.httpMethod}
                      path={resource.path}
                      side={side}
                      status={status}
                      refusedReason={refusedReason}
                    />
                  </span>
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
