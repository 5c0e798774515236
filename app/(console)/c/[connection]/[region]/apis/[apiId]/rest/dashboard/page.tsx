import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { ApiDashboard, dashboardMetadata } from '../../api-dashboard';

export const generateMetadata = () => dashboardMetadata('dashboard');

export default function DashboardPage(props: ApiPageProps) {
  return <ApiDashboard {...props} protocol="REST" />;
}
