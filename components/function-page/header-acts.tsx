'use client';

import { useRouter } from 'next/navigation';
import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { Menu } from '@/components/ui/menu';
import { deleteFunctionsAction } from '@/lib/actions/functions/delete-functions';
import { routes, type Place } from '@/lib/routes';
import { refuse } from '@/lib/shared/result';
import { CopyArn } from './copy-arn';

const ConfirmDelete = lazy(() =>
  import('@/components/patterns/confirm-delete').then((module) => ({ default: module.ConfirmDelete })),
);

const PublishDialog = lazy(() =>
  import('./publish-dialog').then((module) => ({ default: module.PublishDialog })),
);

const ThrottleDialog = lazy(() =>
  import('./throttle-dialog').then((module) => ({ default: module.ThrottleDialog })),
);

/** The acts of a function's page that belong to no tab. */
export function HeaderActs(props: {
  place: Place;
  name: string;
  arn: string;
  connectionName: string;
  downloadHref: string | undefined;
  newestVersion: string | undefined;
  reservedConcurrency: number | undefined;
  /** The signed-in role may change functions. */
  canChange: boolean;
}) {
  const { place, name } = props;
  const t = useTranslations('functionPage');
  const v = useTranslations('versions');
  const [isDeleting, setIsDeleting] = useState(false);
  const [isPublishing, setIsPublishing] = useState(false);
  const [isThrottling, setIsThrottling] = useState(false);
  const router = useRouter();
  const flash = useFlash();
  const { downloadHref } = props;
  const download = downloadHref
    ? [{ id: 'download', label: t('downloadCode'), onSelect: () => window.location.assign(downloadHref) }]
    : [];
  const off = props.canChange ? {} : { disabledReason: t('roleNeeded') };
  const remove = {
    id: 'delete',
    label: t('deleteFunction'),
    danger: true,
    onSelect: () => setIsDeleting(true),
    ...off,
  };
  const throttle =
    props.reservedConcurrency === 0
      ? {
          id: 'concurrency',
          label: t('throttle.change'),
          href: routes.editConfiguration(place, name, 'concurrency'),
          ...off,
        }
      : { id: 'throttle', label: t('throttle.item'), onSelect: () => setIsThrottling(true), ...off };
  const versions = [
    { id: 'publish', label: v('publish.title'), onSelect: () => setIsPublishing(true), ...off },
    { id: 'alias', label: v('createAlias'), href: routes.createAlias(place, name), ...off },
  ];

  return (
    <>
      <CopyArn arn={props.arn} />
      <Menu
        label={t('actions')}
        groups={[
          { id: 'versions', items: versions },
          ...(download.length ? [{ id: 'read', items: download }] : []),
          { id: 'delete', items: [throttle, remove] },
        ]}
      >
        {t('actions')}
        <ChevronDown aria-hidden size={16} strokeWidth={1.75} />
      </Menu>
      <Suspense fallback={null}>
        {isPublishing && (
          <PublishDialog
            place={place}
            name={name}
            newest={props.newestVersion}
            onClose={() => setIsPublishing(false)}
          />
        )}
        {isThrottling && (
          <ThrottleDialog
            place={place}
            name={name}
            reserved={props.reservedConcurrency}
            onClose={() => setIsThrottling(false)}
          />
        )}
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
