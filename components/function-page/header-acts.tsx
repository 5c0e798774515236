'use client';

import { useRouter } from 'next/navigation';
import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { CopyButton } from '@/components/ui/copy-button';
import { Menu } from '@/components/ui/menu';
import { deleteFunctionsAction } from '@/lib/actions/functions/delete-functions';
import { routes, type Place } from '@/lib/routes';
import { refuse } from '@/lib/shared/result';

const ConfirmDelete = lazy(() =>
  import('@/components/patterns/confirm-delete').then((module) => ({ default: module.ConfirmDelete })),
);

/** The acts of a function's page that belong to no tab. */
export function HeaderActs(props: {
  place: Place;
  name: string;
  arn: string;
  connectionName: string;
  downloadHref: string | undefined;
  /** The signed-in role may change functions. */
  canChange: boolean;
}) {
  const { place, name } = props;
  const t = useTranslations('functionPage');
  const [isDeleting, setIsDeleting] = useState(false);
  const router = useRouter();
  const flash = useFlash();
  const { downloadHref } = props;
  const download = downloadHref
    ? [{ id: 'download', label: t('downloadCode'), onSelect: () => window.location.assign(downloadHref) }]
    : [];
  const remove = {
    id: 'delete',
    label: t('deleteFunction'),
    danger: true,
    onSelect: () => setIsDeleting(true),
    ...(props.canChange ? {} : { disabledReason: t('roleNeeded') }),
  };

  return (
    <>
      <CopyButton text={props.arn}>{t('copyArn')}</CopyButton>
      <Menu
        label={t('actions')}
        groups={[
          ...(download.length ? [{ id: 'read', items: download }] : []),
          { id: 'delete', items: [remove] },
        ]}
      >
        {t('actions')}
        <ChevronDown aria-hidden size={16} strokeWidth={1.75} />
      </Menu>
      <Suspense fallback={null}>
        {isDeleting && (
          <ConfirmDelete
            open
            onOpenChange={setIsDeleting}
            title={t('deleteFunction')}
            description={t('deleteDescription', { connection: props.connectionName, region: place.region })}
            things={[{ name }]}
            consequences={[t('deleteStops')]}
            leftovers={[
              { id: 'log-group', label: t('alsoLogGroup'), detail: `/aws/lambda/${name}` },
              { id: 'role', label: t('alsoRole'), detail: t('alsoRoleDetail') },
            ]}
            word="confirm"
            onConfirm={async (leftovers) => {
              const result = await deleteFunctionsAction({ place, names: [name], leftovers });
              const refusal = result.ok ? result.data[0]?.error : undefined;
              return refusal ? refuse(refusal) : result;
            }}
            onDone={() => {
              flash.show({ kind: 'success', title: t('deleted', { name }) });
              router.push(routes.functions(place));
            }}
          />
        )}
      </Suspense>
    </>
  );
}
