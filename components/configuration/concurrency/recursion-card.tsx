import { DetailsSection } from '@/components/patterns/details-section';
import { Failure } from '@/components/patterns/failure';
import { Card } from '@/components/ui/card';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import type { Basis } from '@/lib/queries/configuration';
import { routes, type Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';

/** What Lambda does with an event that goes round in circles. */
export async function RecursionCard(props: {
  place: Place;
  functionName: string;
  recursion: Result<Basis<{ readonly loop: string }>, ConsoleError>;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('scaling');
  const title = t('recursion.title');
  if (!props.recursion.ok) {
    return (
      <Card title={title}>
        <Failure error={props.recursion.error} compact />
      </Card>
    );
  }
  const { loop } = props.recursion.data.values;
  const isKnown = loop === 'Terminate' || loop === 'Allow';
  return (
    <DetailsSection
      title={title}
      editHref={routes.recursion(props.place, props.functionName)}
      editDisabledReason={props.refusedReason}
      items={[
        {
          label: title,
          value: isKnown ? t(`recursion.${loop}`) : loop,
          hint: loop === 'Allow' && t('recursion.allowed'),
        },
      ]}
    />
  );
}
