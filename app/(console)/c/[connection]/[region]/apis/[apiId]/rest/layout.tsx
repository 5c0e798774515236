import type { Metadata } from 'next';
import { Suspense } from 'react';
import { DeployButton } from '@/components/apis/rest/stages/deploy-button';
import { UndeployedChip } from '@/components/apis/undeployed-chip';
import { getRestResources } from '@/lib/queries/rest-resources';
import { getRestStages } from '@/lib/queries/rest-stages';
import { undeployedRestStages } from '@/lib/queries/rest-undeployed';
import type { Place } from '@/lib/routes';
import { ApiLayout, apiMetadata, type ApiLayoutProps } from '../api-layout';

export function generateMetadata({ params }: ApiLayoutProps): Promise<Metadata> {
  return apiMetadata(params, 'REST');
}

/** Apart from the header, which does not wait for the deployment. */
async function Undeployed({ place, apiId }: { place: Place; apiId: string }) {
  const found = await getRestResources(place, apiId);
  if (!found.ok) return null;
  return <UndeployedChip stages={await undeployedRestStages(place, apiId, found.data.resources)} />;
}

export default function RestApiLayout(props: ApiLayoutProps) {
  return (
    <ApiLayout
      {...props}
      protocol="REST"
      parts={async ({ place, apiId, refusedReason }, api) => {
        const stages = await getRestStages(place, apiId);
        return {
          status: (
            <Suspense>
              <Undeployed place={place} apiId={apiId} />
            </Suspense>
          ),
          acts: (
            <DeployButton
              target={{ place, apiId }}
              apiName={api.name}
              stages={(stages.ok ? stages.data : []).map(({ name, canary }) => ({
                name,
                hasCanary: canary !== null,
              }))}
              refusedReason={refusedReason}
            />
          ),
        };
      }}
    />
  );
}
