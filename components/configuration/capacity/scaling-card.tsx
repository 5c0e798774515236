import { DetailsSection } from '@/components/patterns/details-section';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { Card } from '@/components/ui/card';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import type { EnvironmentBounds, FunctionScaling } from '@/lib/queries/function-scaling';
import { computeRoutes } from '@/lib/compute-routes';
import type { Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';

/** How many execution environments a version has, asked for and in force; versions alone have them. */
export async function ScalingCard(props: {
  place: Place;
  functionName: string;
  /** Undefined at `$LATEST` and at an alias. */
  version: string | undefined;
  scaling: Result<FunctionScaling, ConsoleError> | undefined;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('capacity');
  const { version, scaling } = props;
  const title = t('onFunction.scaling');
  if (version === undefined || !scaling?.ok)
    return (
      <Card title={title}>
        {scaling && !scaling.ok ? (
          <Failure error={scaling.error} compact />
        ) : (
          <EmptyLine>{t('onFunction.scalingText')}</EmptyLine>
        )}
      </Card>
    );
  const { requested, applied } = scaling.data;
  const words = (bounds: EnvironmentBounds | undefined) => bounds && t('onFunction.bounds', { ...bounds });
  return (
    <DetailsSection
      title={title}
      editHref={computeRoutes.scalingConfig(props.place, props.functionName, version)}
      editDisabledReason={props.refusedReason}
      items={[
        { label: t('onFunction.requested'), value: words(requested) ?? t('onFunction.isDefault') },
        { label: t('onFunction.applied'), value: words(applied) },
      ]}
    />
  );
}
