import type { Metadata } from 'next';
import { DeployButton } from '@/components/apis/rest/stages/deploy-button';
import { getRestStages } from '@/lib/queries/rest-stages';
import { ApiLayout, apiMetadata, type ApiLayoutProps } from '../api-layout';

export function generateMetadata({ params }: ApiLayoutProps): Promise<Metadata> {
  return apiMetadata(params, 'REST');
}

export default function RestApiLayout(props: ApiLayoutProps) {
  return (
    <ApiLayout
      {...props}
      protocol="REST"
      parts={async ({ place, apiId, refusedReason }, api) => {
        const stages = await getRestStages(place, apiId);
        return {
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
