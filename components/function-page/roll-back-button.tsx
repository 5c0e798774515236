'use client';

import { Undo2 } from 'lucide-react';
import { useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { updateAliasAction } from '@/lib/actions/functions/update-alias';
import type { Place } from '@/lib/routes';

/** Takes the weight from the second version at once; refused when someone else moved the alias meanwhile. */
export function RollBackButton(props: {
  place: Place;
  name: string;
  alias: string;
  version: string;
  revisionId: string | undefined;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('versions');
  const { place, alias, version } = props;
  const flash = useFlash();
  const [isPending, startTransition] = useTransition();
  const rollBack = () =>
    startTransition(async () => {
      const result = await updateAliasAction({
        place,
        functionName: props.name,
        name: alias,
        revisionId: props.revisionId,
        changes: { second: null },
      });
      if (result.ok) {
        flash.show({ kind: 'success', title: t('rolledBack', { name: alias, version }) });
      } else {
        const { message } = result.error;
        flash.show({ kind: 'danger', title: t('notRolledBack', { name: alias }), text: message });
      }
    });
  return (
    <Button
      size="small"
      icon={<Undo2 aria-hidden size={16} strokeWidth={1.75} />}
      pending={isPending}
      disabledReason={props.refusedReason}
      data-tooltip={props.refusedReason ?? t('rollBackHint', { name: alias, version })}
      onClick={rollBack}
    >
      {t('rollBack', { version })}
    </Button>
  );
}
