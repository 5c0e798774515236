'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useActionState, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Note } from '@/components/ui/note';
import { TextField } from '@/components/ui/text-field';

type State = 'denied' | 'throttled' | 'failed' | 'empty' | undefined;

/** Name and password. Works before scripts have loaded: the form posts to the action itself. */
export function SignInForm(props: {
  action: (state: State, form: FormData) => Promise<State>;
  next?: string;
  /** Whether it is the first thing on the page, which then begins in its password field. */
  isFirst: boolean;
}) {
  const t = useTranslations('auth');
  const [state, action, isPending] = useActionState(props.action, undefined);
  const [name, setName] = useState('admin');
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <form action={action} className="flex flex-col gap-16">
      {props.next !== undefined && <input type="hidden" name="next" value={props.next} />}
      {state !== undefined && (
        <div role="alert">
          <Note tone="danger">{t(state)}</Note>
        </div>
      )}
      <TextField
        label={t('userName')}
        name="name"
        autoComplete="username"
        autoCapitalize="none"
        value={name}
        onChange={(event) => setName(event.target.value)}
        required
      />
      <div className="relative">
        <TextField
          label={t('password')}
          name="password"
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          autoFocus={props.isFirst}
          required
        />
        <span className="absolute right-2 bottom-2">
          <IconButton
            label={isShown ? t('hidePassword') : t('showPassword')}
            size="small"
            onClick={() => setIsShown(!isShown)}
          >
            <Icon aria-hidden size={16} strokeWidth={1.75} />
          </IconButton>
        </span>
      </div>
      <Button type="submit" variant="primary" pending={isPending} className="w-full justify-center">
        {t('submit')}
      </Button>
      <p className="text-12 text-muted">{t('forgotten')}</p>
    </form>
  );
}
