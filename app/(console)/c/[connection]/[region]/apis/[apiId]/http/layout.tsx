import type { Metadata } from 'next';
import { AutoDeployMark } from '@/components/apis/http/pages/auto-deploy-mark';
import { getHttpStages } from '@/lib/queries/http-stages';
import { ApiLayout, apiMetadata, type ApiLayoutProps } from '../api-layout';

export function generateMetadata({ params }: ApiLayoutProps): Promise<Metadata> {
  return apiMetadata(params, 'HTTP');
}

export default function HttpApiLayout(props: ApiLayoutProps) {
  return (
    <ApiLayout
      {...props}
      protocol="HTTP"
      parts={async ({ place, apiId }) => {
        const stages = await getHttpStages(place, apiId);
        return stages.ok ? { acts: <AutoDeployMark stages={stages.data} /> } : {};
      }}
    />
  );
}
