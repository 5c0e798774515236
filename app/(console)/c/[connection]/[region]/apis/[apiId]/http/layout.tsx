import type { Metadata } from 'next';
import { ApiLayout, apiMetadata, type ApiLayoutProps } from '../api-layout';

export function generateMetadata({ params }: ApiLayoutProps): Promise<Metadata> {
  return apiMetadata(params, 'HTTP');
}

export default function HttpApiLayout(props: ApiLayoutProps) {
  return <ApiLayout {...props} protocol="HTTP" />;
}
