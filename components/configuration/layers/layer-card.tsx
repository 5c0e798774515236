import { EditLink } from '@/components/patterns/edit-link';
import { EmptyLine } from '@/components/patterns/empty';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { readLayerArn } from '@/lib/domain/layer';
import { getTranslator } from '@/lib/i18n/server';
import type { DescribedLayer } from '@/lib/queries/function-layers';
import { routes, type Place } from '@/lib/routes';
import { parseArn } from '@/lib/shared/arn';

/** The layers of a function in the order in which they are merged. */
export async function LayerCard(props: {
  place: Place;
  functionName: string;
  /** Account of the function: only its own layers have pages here. */
  account: string | undefined;
  layers: readonly DescribedLayer[];
  /** False at a version or an alias. */
  canEdit: boolean;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('layers');
  const { place, layers } = props;
  const ownVersion = (arn: string) => {
    const read = readLayerArn(arn);
    const parsed = parseArn(arn);
    const isOwn = parsed?.account === props.account && parsed?.region === place.region;
    return read && isOwn ? routes.layerVersion(place, read.layer, read.version) : undefined;
  };
  return (
    <Card
      title={t('title')}
      meta={`(${layers.length})`}
      flush={layers.length > 0}
      acts={
        props.canEdit && (
          <EditLink
            href={routes.editCode(place, props.functionName, 'layers')}
            disabledReason={props.refusedReason}
          />
        )
      }
    >
      {layers.length === 0 ? (
        <EmptyLine>{t('onFunction.none')}</EmptyLine>
      ) : (
        <Table caption={t('title')}>
          <thead>
            <tr>
              <HeaderCell>{t('onFunction.order')}</HeaderCell>
              <HeaderCell>{t('name')}</HeaderCell>
              <HeaderCell>{t('version')}</HeaderCell>
              <HeaderCell>{t('runtimes')}</HeaderCell>
              <HeaderCell>{t('architectures')}</HeaderCell>
              <HeaderCell>{t('arn')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {layers.map(({ arn, known }, index) => {
              const read = readLayerArn(arn);
              const href = ownVersion(arn);
              const name = read?.layer ?? arn;
              return (
                <Row key={arn}>
                  <Cell>{index + 1}</Cell>
                  <Cell header>
                    {href ? (
                      <TextLink strong href={href}>
                        {name}
                      </TextLink>
                    ) : (
                      name
                    )}
                  </Cell>
                  <Cell>{read?.version ?? '–'}</Cell>
                  <Cell muted>{words(known?.runtimes)}</Cell>
                  <Cell muted>{words(known?.architectures)}</Cell>
                  <Cell>
                    <CodeText text={arn} cut="start" copyLabel={t('copyArn')} />
                  </Cell>
                </Row>
              );
            })}
          </tbody>
        </Table>
      )}
    </Card>
  );

  /** Nothing known is told apart from nothing stated. */
  function words(list: readonly string[] | undefined): string {
    if (list === undefined) return t('onFunction.unread');
    return list.length === 0 ? t('any') : list.join(', ');
  }
}
