import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { getTranslator } from '@/lib/i18n/server';

/** Tags of an API or of a stage, and the way to their editor. */
export async function ApiTags(props: {
  tags: Readonly<Record<string, string>>;
  href: string;
  /** What is tagged, for those who hear the button alone. */
  name: string;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('apis');
  const entries = Object.entries(props.tags);
  return (
    <span className="flex flex-wrap items-center gap-4">
      {entries.length === 0 && <span className="text-muted">–</span>}
      {entries.map(([key, value]) => (
        <Chip key={key} mono>
          {key}={value}
        </Chip>
      ))}
      <ButtonLink size="small" href={props.href} disabledReason={props.refusedReason}>
        <span className="sr-only">{t('tags.manageOf', { name: props.name })}</span>
        <span aria-hidden>{t('tags.manage')}</span>
      </ButtonLink>
    </span>
  );
}
