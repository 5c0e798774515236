import { CodeText } from '@/components/ui/code-text';
import { EmptyLine } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { RestResource } from '@/lib/domain/rest-api/method';
import { withDescendants } from '@/lib/domain/rest-api/tree';
import { getTranslator } from '@/lib/i18n/server';
import { resourceFormHref, resourceHref, type RestTarget } from '../rest-hrefs';
import { VerbText } from '../verb-text';
import { DeleteResource } from './delete-resource';
import { integrationWord, targetText } from './tree-rows';

/** A resource: its methods, and what can be added to it. */
export async function ResourcePanel(props: {
  target: RestTarget;
  resource: RestResource;
  resources: readonly RestResource[];
  apiName: string;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('restApis');
  const { target, resource, refusedReason } = props;
  const here = { resource: resource.id };
  const family = withDescendants(props.resources, resource.id);
  const isEmpty = resource.methods.length === 0;
  const off = { size: 'small', disabledReason: refusedReason } as const;
  return (
    <div className="flex flex-col gap-16 px-inset py-16">
      <div className="flex flex-wrap items-center gap-8">
        <h2 className="min-w-0 font-mono text-16 wrap-anywhere">{resource.path}</h2>
        <CodeText text={resource.id} />
        <div className="ml-auto flex flex-wrap gap-8">
          <ButtonLink {...off} href={resourceFormHref(target, 'create', here)}>
            {t('createResource')}
          </ButtonLink>
          <ButtonLink {...off} href={resourceFormHref(target, 'cors', here)}>
            {t('enableCors')}
          </ButtonLink>
          <DeleteResource
            target={target}
            resource={{ id: resource.id, parentId: resource.parentId, path: resource.path }}
            below={{
              resources: family.length - 1,
              methods: family.reduce((sum, one) => sum + one.methods.length, 0),
            }}
            apiName={props.apiName}
            refusedReason={refusedReason}
          />
        </div>
      </div>
      <Card
        title={t('resource.methods')}
        meta={`(${resource.methods.length})`}
        flush={!isEmpty}
        acts={
          <ButtonLink {...off} href={resourceFormHref(target, 'create-method', here)} shortcut="create">
            {t('createMethod')}
          </ButtonLink>
        }
      >
        {isEmpty ? (
          <EmptyLine>{t('resource.none')}</EmptyLine>
        ) : (
          <Table caption={t('resource.methods')}>
            <thead>
              <tr>
                <HeaderCell>{t('resource.method')}</HeaderCell>
                <HeaderCell>{t('resource.integration')}</HeaderCell>
                <HeaderCell>{t('resource.target')}</HeaderCell>
                <HeaderCell>{t('request.authorization')}</HeaderCell>
                <HeaderCell>{t('request.apiKey')}</HeaderCell>
              </tr>
            </thead>
            <tbody>
              {resource.methods.map((method) => (
                <Row key={method.httpMethod}>
                  <Cell header>
                    <TextLink strong href={resourceHref(target, { ...here, method: method.httpMethod })}>
                      <VerbText verb={method.httpMethod} />
                    </TextLink>
                  </Cell>
                  <Cell>{t(`integration.types.${integrationWord(method.integration)}`)}</Cell>
                  <Cell>
                    <span className="wrap-anywhere">
                      {targetText(method.integration, t('integration.types.mock'))}
                    </span>
                  </Cell>
                  <Cell>{method.authorizationType}</Cell>
                  <Cell muted={!method.apiKeyRequired}>
                    {t(method.apiKeyRequired ? 'request.yes' : 'request.no')}
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        )}
      </Card>
    </div>
  );
}
