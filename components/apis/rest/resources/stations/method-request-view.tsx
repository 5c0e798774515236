import { DetailsSection } from '@/components/patterns/details-section';
import type { RestMethod } from '@/lib/domain/rest-api/method';
import { readParameters } from '@/lib/domain/rest-api/method-request';
import { getTranslator } from '@/lib/i18n/server';
import { resourceFormHref, type RestTarget } from '../../rest-hrefs';
import type { MethodNames } from '../method-facts';
import { TextTable } from './text-table';

/** Who may call the method, and what the request must and may carry. */
export async function MethodRequestView(props: {
  target: RestTarget;
  resourceId: string;
  method: RestMethod;
  names: MethodNames;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('restApis');
  const { method, names } = props;
  return (
    <>
      <DetailsSection
        title={t('station.method-request')}
        editHref={resourceFormHref(props.target, 'method-request', {
          resource: props.resourceId,
          method: method.httpMethod,
        })}
        editDisabledReason={props.refusedReason}
        items={[
          {
            label: t('request.authorization'),
            value: method.authorizationType,
            hint: method.authorizationType === 'NONE' && !method.apiKeyRequired && t('request.anyone'),
          },
          {
            label: t('request.authorizer'),
            value: names.authorizers[method.authorizerId] ?? method.authorizerId,
          },
          { label: t('request.scopes'), value: method.scopes.join(', ') },
          {
            label: t('request.validator'),
            value:
              method.validatorId === ''
                ? t('request.noValidator')
                : (names.validators[method.validatorId] ?? method.validatorId),
          },
          { label: t('request.apiKey'), value: t(method.apiKeyRequired ? 'request.yes' : 'request.no') },
          { label: t('request.operationName'), value: method.operationName },
        ]}
      />
      <TextTable
        title={t('request.parameters')}
        headers={[t('request.name'), t('request.place'), t('request.required')]}
        rows={readParameters(method.parameters).map(({ name, place, required }) => [
          name,
          t(`request.places.${place}`),
          t(required ? 'request.yes' : 'request.no'),
        ])}
        emptyText={t('request.noParameters')}
        mono={[0]}
      />
      <TextTable
        title={t('request.body')}
        headers={[t('request.contentType'), t('request.model')]}
        rows={Object.entries(method.models)}
        emptyText={t('request.noBody')}
        mono={[0]}
      />
    </>
  );
}
