import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import type { RestStage } from '@/lib/domain/rest-api/stage';
import { getTranslator } from '@/lib/i18n/server';
import type { RestTarget } from '../rest-hrefs';
import { createStageHref, stageHref } from '../stage-hrefs';

/** The stages of an API beside the one in view. */
export async function StageList(props: {
  target: RestTarget;
  stages: readonly RestStage[];
  current: string | undefined;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('restStages');
  return (
    <nav
      aria-label={t('title')}
      className="flex shrink-0 flex-col gap-8 border-edge bg-sunken p-12 max-desktop:border-b desktop:min-h-sheet desktop:w-subnav desktop:border-r"
    >
      <div className="flex items-center gap-8">
        <h2 className="flex-1 text-14">{t('title')}</h2>
        <ButtonLink size="small" href={createStageHref(props.target)} disabledReason={props.refusedReason}>
          {t('create')}
        </ButtonLink>
      </div>
      <ul className="flex flex-col gap-2">
        {props.stages.map(({ name, canary }) => (
          <li key={name}>
            <Link
              href={stageHref(props.target, name)}
              aria-current={name === props.current ? 'page' : undefined}
              data-focus="inset"
              className={`flex min-h-nav-item items-center gap-8 rounded-6 px-12 ${name === props.current ? 'bg-selected font-medium text-accent-text' : 'hover:bg-hover'}`}
            >
              <span className="min-w-0 flex-1 truncate">{name}</span>
              {canary && <Chip>{t('canaryMark')}</Chip>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
