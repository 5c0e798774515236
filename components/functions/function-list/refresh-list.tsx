'use client';

import { RefreshCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/icon-button';
import { refreshFunctionsAction } from '@/lib/actions/functions/refresh-functions';
import type { Place } from '@/lib/routes';

const arrivingMs = 1_000;
const changingMs = 2_000;

/** Lists again on request; reads the page again by itself while rows still arrive or a state is about to change. */
export function RefreshList(props: { place: Place; isComplete: boolean; isChanging: boolean }) {
  const t = useTranslations('functions');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const { isComplete, isChanging } = props;

  useEffect(() => {
    if (isComplete && !isChanging) return;
    const timer = setInterval(() => router.refresh(), isComplete ? changingMs : arrivingMs);
    return () => clearInterval(timer);
  }, [isComplete, isChanging, router]);

  const handleClick = () =>
    startTransition(async () => {
      await refreshFunctionsAction({ place: props.place });
      router.refresh();
    });
  return (
    <IconButton
      label={t('refresh')}
      variant="normal"
      pending={isPending}
      onClick={handleClick}
      data-shortcut="refresh"
    >
      <RefreshCw aria-hidden size={16} strokeWidth={1.75} />
    </IconButton>
  );
}
