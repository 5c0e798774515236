import { ButtonLink } from '@/components/ui/button-link';
import { getTranslator } from '@/lib/i18n/server';

/** "Edit" in a row, with the part's name for those who do not see the row. */
export async function EditPart(props: { name: string; href: string; refusedReason: string | undefined }) {
  const t = await getTranslator('socketParts');
  return (
    <ButtonLink size="small" href={props.href} disabledReason={props.refusedReason}>
      <span className="sr-only">{t('editOf', { name: props.name })}</span>
      <span aria-hidden>{t('edit')}</span>
    </ButtonLink>
  );
}
