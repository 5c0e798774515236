import { EmptyLine } from '@/components/patterns/empty';
import { Card } from '@/components/ui/card';
import { Note } from '@/components/ui/note';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import type { VpcLinkUsers } from '@/lib/queries/vpc-link-users';
import { routes, type Place } from '@/lib/routes';

/** Integrations that go through a link. */
export async function LinkUsers(props: { place: Place; found: Promise<VpcLinkUsers> }) {
  const { place } = props;
  const [{ users, isCut }, t] = await Promise.all([props.found, getTranslator('vpcLinks')]);
  const isEmpty = users.length === 0;
  return (
    <Card title={t('users')} meta={!isEmpty && `(${users.length})`} flush={!isEmpty}>
      {isEmpty ? (
        <EmptyLine>{t('noUsers')}</EmptyLine>
      ) : (
        <Table caption={t('users')}>
          <thead>
            <tr>
              <HeaderCell>{t('api')}</HeaderCell>
              <HeaderCell>{t('protocol')}</HeaderCell>
              <HeaderCell>{t('integration')}</HeaderCell>
              <HeaderCell>{t('uri')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {users.map(({ apiId, apiName, protocol, what, uri }) => (
              <Row key={`${apiId} ${what}`}>
                <Cell header>
                  <TextLink
                    strong
                    href={
                      protocol === 'REST'
                        ? routes.restApi(place, apiId, 'resources')
                        : routes.httpApi(place, apiId, 'integrations')
                    }
                  >
                    {apiName || apiId}
                  </TextLink>
                </Cell>
                <Cell>{protocol}</Cell>
                <Cell>
                  <code className="text-12">{what}</code>
                </Cell>
                <Cell>
                  <code className="text-12 break-all">{uri}</code>
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      <p className={isEmpty ? 'mt-8 text-12 text-muted' : 'p-12 text-12 text-muted'}>{t('usersHint')}</p>
      {isCut && <Note tone="info">{t('usersCut')}</Note>}
    </Card>
  );
}
