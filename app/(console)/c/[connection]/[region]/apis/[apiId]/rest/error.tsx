'use client';

import { FailurePage } from '@/components/patterns/failure-page';

export default function ApiPageError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return <FailurePage error={props.error} retry={props.retry} />;
}
