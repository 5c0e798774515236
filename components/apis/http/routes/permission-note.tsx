'use client';

import { useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { letApiInvokeAction } from '@/lib/actions/http-apis/let-route-in';
import type { InvokePermission } from '@/lib/queries/function-permission';
import type { Place } from '@/lib/routes';

/** Whether the function lets the route call it, and the act that lets it in. */
export function PermissionNote(props: {
  place: Place;
  apiId: string;
  functionArn: string;
  functionName: string;
  /** What the new statement is to cover. */
  source: string;
  permission: InvokePermission;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('httpApis.permission');
  const flash = useFlash();
  const [isPending, startTransition] = useTransition();
  const { permission, functionName: name } = props;
  const handleAdd = () =>
    startTransition(async () => {
      const { place, apiId, functionArn, source } = props;
      const result = await letApiInvokeAction({ place, apiId, functionArn, source });
      if (result.ok) flash.show({ kind: 'success', title: t('added', { name }) });
      else flash.show({ kind: 'danger', title: result.error.message });
    });
  if (permission.state === 'allowed') {
    return (
      <Note tone="success" title={t('allowed', { name })}>
        {t('allowedText', { id: permission.statementId })}
      </Note>
    );
  }
  if (permission.state === 'unknown') {
    return (
      <Note tone="info" title={t('unknown', { name })}>
        {permission.reason}
      </Note>
    );
  }
  return (
    <Note
      tone="warning"
      title={t('missing', { name })}
      act={
        <Button size="small" pending={isPending} disabledReason={props.refusedReason} onClick={handleAdd}>
          {t('add')}
        </Button>
      }
    >
      {t('missingText')}
    </Note>
  );
}
