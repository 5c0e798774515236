import { Globe, LayoutTemplate, Plus, Upload } from 'lucide-react';
import { DetailsSection } from '@/components/patterns/details-section';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TabLinks } from '@/components/ui/tab-links';
import { consoleErrorKinds } from './error-kinds';
import { DesignButtons, DesignChoices, DesignFields } from './design-controls';
import { DesignAttributes, DesignFilter } from './design-filter';
import { DesignForm } from './design-form';
import { DesignLayers } from './design-layers';
import { DesignPart } from './design-part';
import { DesignStates, DesignTexts } from './design-parts-small';
import { DesignTable } from './design-table';

/** Every primitive and pattern in its states; both modes side by side. For development. */
export function DesignPage({ now }: { now: number }) {
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Settings', href: '/settings' }, { label: 'Design' }]}
        title="Design"
        count={40}
        tabs={
          <TabLinks
            label="Example tabs"
            current="a"
            tabs={[
              { id: 'a', label: 'Code', href: '#code', dot: 'Undeployed changes' },
              { id: 'b', label: 'Aliases', href: '#aliases', count: 3 },
              { id: 'c', label: 'Deprecated', href: '#deprecated', count: 214, countTone: 'warning' },
            ]}
          />
        }
      />
      <div className="flex flex-col gap-section p-inset">
        <DesignPart title="Buttons">
          <DesignButtons />
        </DesignPart>
        <DesignPart title="Fields">
          <DesignFields />
        </DesignPart>
        <DesignPart title="Choices">
          <DesignChoices />
        </DesignPart>
        <DesignPart title="States and small parts">
          <DesignStates now={now} />
        </DesignPart>
        <DesignPart title="Notes and code">
          <DesignTexts />
        </DesignPart>
        <DesignPart title="Layers and flashes">
          <DesignLayers />
        </DesignPart>
        <DesignPart title="Details" stacked>
          <DetailsSection
            title="General configuration"
            editHref="#edit"
            items={[
              { label: 'Description', value: 'Validates the cart and starts payment' },
              { label: 'Memory', value: '512 MB', hint: '0.29 vCPU' },
              { label: 'Ephemeral storage', value: '512 MB', hint: '/tmp' },
              { label: 'Timeout', value: '0 min 30 sec', hint: 'Above the 29 s limit of orders-api' },
              { label: 'SnapStart' },
            ]}
          />
          <Card title="Recent changes" flush>
            <Table caption="Recent changes">
              <thead>
                <tr>
                  <HeaderCell>Time</HeaderCell>
                  <HeaderCell>Who</HeaderCell>
                  <HeaderCell align="end">Bytes</HeaderCell>
                </tr>
              </thead>
              <tbody>
                <Row>
                  <Cell muted>22 Nov 2026, 11:18</Cell>
                  <Cell>admin</Cell>
                  <Cell align="end">1,204</Cell>
                </Row>
              </tbody>
            </Table>
          </Card>
        </DesignPart>
        <DesignPart title="List" stacked>
          <DesignFilter />
          <DesignTable now={now} />
        </DesignPart>
        <DesignPart title="Attribute editor" stacked>
          <DesignAttributes />
        </DesignPart>
        <DesignPart title="Failure" stacked>
          {consoleErrorKinds.map((kind) => (
            <Failure
              key={kind}
              error={{
                kind,
                message: `What the endpoint said about a failure of kind ${kind}.`,
                operation: 'lambda:ListFunctions',
                awsErrorName: 'TimeoutError',
                requestId: 'c0a1f6de-7b43-4f0f-9a5e-1d2b77e0a914',
                at: new Date(now).toISOString(),
              }}
            />
          ))}
        </DesignPart>
        <DesignPart title="Empty" stacked>
          <Empty
            title="No functions in us-east-1 yet"
            text="A function is code that runs when an event arrives. This engine is new and holds none."
            acts={
              <>
                <ButtonLink
                  href="#create"
                  variant="primary"
                  icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
                >
                  Create function
                </ButtonLink>
                <ButtonLink href="#regions" icon={<Globe aria-hidden size={16} strokeWidth={1.75} />}>
                  Look in all Regions
                </ButtonLink>
              </>
            }
            ways={[
              {
                title: 'Start from a blueprint',
                text: 'API with DynamoDB, S3 thumbnails, a schedule',
                href: '#blueprint',
                icon: <LayoutTemplate aria-hidden size={18} strokeWidth={1.75} />,
              },
              {
                title: 'Import',
                text: 'A SAM or CloudFormation template, or a .zip file',
                href: '#import',
                icon: <Upload aria-hidden size={18} strokeWidth={1.75} />,
              },
            ]}
          />
        </DesignPart>
      </div>
      <div className="flex border-t border-edge">
        <DesignForm now={now} />
      </div>
    </>
  );
}
