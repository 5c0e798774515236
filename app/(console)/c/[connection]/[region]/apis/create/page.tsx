import { FileInput, Radio, Route, Waypoints, type LucideIcon } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ThingPage } from '@/components/apis/thing-page';
import { Note } from '@/components/ui/note';
import { getTranslator } from '@/lib/i18n/server';
import { openGatewayPage, type GatewayPageProps } from '@/lib/queries/open-api-page';
import { routes, type NewApiKind } from '@/lib/routes';

const kinds: readonly (readonly [NewApiKind, LucideIcon])[] = [
  ['http', Route],
  ['websocket', Radio],
  ['rest', Waypoints],
  ['import', FileInput],
];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('createApi');
  return { title: t('title') };
}

export default async function CreateApiPage(props: GatewayPageProps) {
  const { place, mayChange } = await openGatewayPage(props);
  const [t, apis] = await Promise.all([getTranslator('createApi'), getTranslator('apis')]);
  return (
    <ThingPage place={place} crumbs={[{ label: apis('title'), href: routes.apis(place) }]} title={t('title')}>
      {!mayChange && <Note tone="info">{t('roleNeeded')}</Note>}
      <section aria-labelledby="choose" className="flex flex-col gap-12">
        <h2 id="choose" className="text-16">
          {t('choose')}
        </h2>
        <ul className="grid gap-16 tablet:grid-cols-2">
          {kinds.map(([kind, Icon]) => (
            <li key={kind}>
              <Link
                href={routes.createApi(place, kind)}
                className="flex h-full items-start gap-12 rounded-8 border border-edge-strong bg-surface p-16 hover:bg-hover"
              >
                <span className="grid size-32 shrink-0 place-items-center rounded-6 bg-neutral-ground text-neutral-text">
                  <Icon aria-hidden size={16} strokeWidth={1.75} />
                </span>
                <span>
                  <span className="block font-medium">{t(`kinds.${kind}`)}</span>
                  <span className="mt-4 block text-pretty text-muted">{t(`kinds.${kind}Text`)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </ThingPage>
  );
}
