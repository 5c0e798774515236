'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { ComboboxField } from '@/components/ui/combobox-field';
import { TextField } from '@/components/ui/text-field';
import type { RoleChoice } from '@/lib/queries/roles';

/** The execution role from the list, or by ARN where the list has it not or could not be read. */
export function RoleField(props: {
  value: string;
  onChange: (arn: string) => void;
  roles: readonly RoleChoice[];
  /** Why the roles could not be listed. */
  rolesRefused: string | undefined;
  isChanged: boolean;
  error: string | undefined;
}) {
  const t = useTranslations('configuration.general');
  const { roles, rolesRefused, value } = props;
  const [isPasting, setIsPasting] = useState(rolesRefused !== undefined);
  const isListed = roles.some((role) => role.arn === value);
  // The current role may be one that the list leaves out: it must not look as if there was none.
  const current = value && !isListed ? [{ arn: value, label: value.split(':role/')[1] ?? value }] : [];
  const field = { label: t('role'), error: props.error, changed: props.isChanged, mono: true, name: 'role' };
  return (
    <div className="flex flex-col items-start gap-4">
      <div className="w-full">
        {isPasting ? (
          <TextField
            {...field}
            hint={rolesRefused ? t('roleRefused', { reason: rolesRefused }) : t('roleArnHint')}
            value={value}
            onChange={(event) => props.onChange(event.target.value.trim())}
          />
        ) : (
          <ComboboxField
            {...field}
            hint={t('roleHint')}
            value={value || null}
            onValueChange={(arn) => props.onChange(arn ?? '')}
            options={[...current, ...roles].map(({ arn, label }) => ({ value: arn, label }))}
          />
        )}
      </div>
      {rolesRefused === undefined && (
        <Button variant="link" size="small" onClick={() => setIsPasting(!isPasting)}>
          {isPasting ? t('chooseRole') : t('pasteRole')}
        </Button>
      )}
    </div>
  );
}
