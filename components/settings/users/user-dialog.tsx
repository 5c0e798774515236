'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-field';
import type { ActionResult, ConsoleError } from '@/lib/domain/console-error';
import { roles, type Role } from '@/lib/domain/roles';

export interface UserDialogValues {
  readonly name: string;
  readonly role: Role;
  readonly current: string;
  readonly password: string;
}
type Field = keyof UserDialogValues;

/** The question behind every change of an account: the fields it needs, then the act. */
export function UserDialog(props: {
  title: string;
  text: string;
  fields: readonly Field[];
  role?: Role;
  onOpenChange: (open: boolean) => void;
  onSubmit: (values: UserDialogValues) => Promise<ActionResult<unknown>>;
  onDone: (values: UserDialogValues) => void;
}) {
  const t = useTranslations('users');
  const names = useTranslations('shell.topBar.role');
  const common = useTranslations('ui');
  const { fields } = props;
  const start: UserDialogValues = { name: '', role: props.role ?? 'viewer', current: '', password: '' };
  const [values, setValues] = useState(start);
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();

  const change = (part: Partial<UserDialogValues>) => {
    setValues((now) => ({ ...now, ...part }));
    setError(undefined);
  };
  const errorOf = (field: 'name' | 'password' | 'current') => {
    if (error?.field !== field) return undefined;
    return error.kind === 'conflict' ? error.message : t(`${field}Error`);
  };
  const handleSubmit = () => {
    if (isPending) return;
    startTransition(async () => {
      const result = await props.onSubmit(values);
      if (!result.ok) return setError(result.error);
      props.onOpenChange(false);
      return props.onDone(values);
    });
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !isPending && props.onOpenChange(open)}
      title={props.title}
      description={props.text}
      onSubmit={handleSubmit}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" pending={isPending}>
            {props.title}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-field">
        {fields.includes('name') && (
          <TextField
            label={t('name')}
            hint={t('nameHint')}
            error={errorOf('name')}
            value={values.name}
            autoCapitalize="none"
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
        {fields.includes('current') && (
          <TextField
            label={t('currentPassword')}
            error={errorOf('current')}
            type="password"
            autoComplete="current-password"
            value={values.current}
            onChange={({ target }) => change({ current: target.value })}
          />
        )}
        {fields.includes('password') && (
          <TextField
            label={t(fields.includes('name') ? 'password' : 'newPassword')}
            hint={t('passwordHint')}
            error={errorOf('password')}
            type="password"
            autoComplete="new-password"
            value={values.password}
            onChange={({ target }) => change({ password: target.value })}
          />
        )}
        {fields.includes('role') && (
          <RadioGroup
            legend={t('role')}
            name="role"
            value={values.role}
            onValueChange={(role) => change({ role })}
            options={roles.map((role) => ({
              value: role,
              label: names(role),
              description: t(`roleHints.${role}`),
            }))}
          />
        )}
        {error && !fields.some((field) => field === error.field) && (
          <Failure error={error} compact onRetry={null} />
        )}
      </div>
    </Dialog>
  );
}
