import type { Metadata } from 'next';
import { Suspense } from 'react';
import { AutoDeployMark } from '@/components/apis/http/pages/auto-deploy-mark';
import { UndeployedChip } from '@/components/apis/undeployed-chip';
import type { HttpStage } from '@/lib/domain/http-api/stage';
import { getHttpStages } from '@/lib/queries/http-stages';
import { undeployedHttpStages } from '@/lib/queries/http-undeployed';
import type { Place } from '@/lib/routes';
import { ApiLayout, apiMetadata, type ApiLayoutProps } from '../api-layout';

export function generateMetadata({ params }: ApiLayoutProps): Promise<Metadata> {
  return apiMetadata(params, 'HTTP');
}

/** Apart from the header, which does not wait for the exports. */
async function Undeployed(props: { place: Place; apiId: string; stages: readonly HttpStage[] }) {
  return <UndeployedChip stages={await undeployedHttpStages(props.place, props.apiId, props.stages)} />;
}

export default function HttpApiLayout(props: ApiLayoutProps) {
  return (
    <ApiLayout
      {...props}
      protocol="HTTP"
      parts={async ({ place, apiId }) => {
        const stages = await getHttpStages(place, apiId);
        if (!stages.ok) return {};
        return {
          acts: <AutoDeployMark stages={stages.data} />,
          status: (
            <Suspense>
              <Undeployed place={place} apiId={apiId} stages={stages.data} />
            </Suspense>
          ),
        };
      }}
    />
  );
}
