import { redirect } from 'next/navigation';
import { ApiMissing } from '@/components/apis/api-missing';
import { apiPages } from '@/components/apis/api-menu';
import { Failure } from '@/components/patterns/failure';
import { findApiProtocol } from '@/lib/queries/api';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';

/** An address that only knows the id leads on to the first page of the API's protocol. */
export default async function ApiIndexPage(props: ApiPageProps) {
  const { place, apiId } = await openApiPage(props);
  const protocol = await findApiProtocol(place, apiId);
  if (protocol.ok) redirect(apiPages(place, apiId, protocol.data)[0]?.href ?? '');
  if (protocol.error.kind === 'not-found') return <ApiMissing place={place} id={apiId} />;
  return (
    <div className="p-inset">
      <Failure error={protocol.error} />
    </div>
  );
}
