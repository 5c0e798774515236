import type { Metadata } from 'next';
import { ApiLayout, apiMetadata, type ApiLayoutProps } from '../api-layout';

export function generateMetadata({ params }: ApiLayoutProps): Promise<Metadata> {
  return apiMetadata(params, 'WEBSOCKET');
}

export default function WebSocketApiLayout(props: ApiLayoutProps) {
  return <ApiLayout {...props} protocol="WEBSOCKET" />;
}
