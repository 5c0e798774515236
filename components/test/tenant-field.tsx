'use client';

import { useTranslations } from 'use-intl/react';
import { TextField } from '@/components/ui/text-field';

export interface TenantDraft {
  readonly id: string;
  /** A run was tried without it. */
  readonly isMissing: boolean;
}

export const noTenant: TenantDraft = { id: '', isMissing: false };

/** Whom the run is for; functions that keep tenants apart do not run without it. */
export function TenantField(props: { tenant: TenantDraft; onChange: (tenant: TenantDraft) => void }) {
  const t = useTranslations('test');
  const { tenant, onChange } = props;
  return (
    <div className="border-t border-edge px-16 py-8">
      <TextField
        label={t('tenantId')}
        hint={t('tenantIdHint')}
        error={tenant.isMissing ? t('tenantIdMissing') : undefined}
        value={tenant.id}
        maxLength={256}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange({ id: event.target.value, isMissing: false })}
      />
    </div>
  );
}
