import { DetailsSection } from '@/components/patterns/details-section';
import { CodeText } from '@/components/ui/code-text';
import type { DomainName } from '@/lib/domain/domain-name';
import { routingModes } from '@/lib/domain/routing-rule';
import { getTranslator } from '@/lib/i18n/server';
import { routes, type Place } from '@/lib/routes';
import { domainWords } from './domain-words';

/** `*.localhost` leads to this machine without DNS, and the endpoint knows its domains under it, too. */
function localAddress(domainName: string, endpointUrl: string | undefined): string | undefined {
  if (endpointUrl === undefined || !URL.canParse(endpointUrl) || domainName.startsWith('*')) return undefined;
  const { protocol, hostname, port } = new URL(endpointUrl);
  if (!/^(localhost|127\..*|\[::1\])$/.test(hostname)) return undefined;
  return `${protocol}//${domainName}.localhost${port === '' ? '' : `:${port}`}`;
}

/** What a domain is, how its endpoint is set up, and where it is reached. */
export async function DomainDetails(props: {
  place: Place;
  domain: DomainName;
  /** Of a connection to an endpoint that is not AWS itself. */
  endpointUrl: string | undefined;
  refusedReason: string | undefined;
}) {
  const { place, domain } = props;
  const [t, words] = await Promise.all([getTranslator('domainNames'), getTranslator('things')]);
  const { typeText, status } = domainWords(t);
  const mode = domain.routingMode as (typeof routingModes)[number];
  const address = localAddress(domain.id, props.endpointUrl);
  return (
    <DetailsSection
      title={t('endpoint')}
      editHref={routes.domainNames(place, domain.id, 'edit')}
      editDisabledReason={props.refusedReason}
      items={[
        { label: t('endpointType'), value: typeText(domain) },
        { label: words('status'), value: status(domain) },
        { label: t('securityPolicy'), value: domain.securityPolicy },
        {
          label: t('target'),
          value: domain.target && <CodeText text={domain.target} copyLabel={t('target')} />,
          hint: t('targetHint'),
          wide: true,
        },
        ...(address === undefined
          ? []
          : [
              {
                label: t('localAddress'),
                value: <CodeText text={address} copyLabel={t('localAddress')} />,
                hint: t('localAddressHint'),
                wide: true,
              },
            ]),
        { label: t('zone'), value: domain.hostedZoneId },
        { label: t('ipType'), value: domain.ipAddressType },
        {
          label: t('routingMode'),
          value: routingModes.includes(mode) ? t(`routingModes.${mode}`) : domain.routingMode,
        },
        { label: t('mutualTls'), value: domain.truststoreUri || t('off') },
        { label: t('certificate'), value: domain.certificateArn, wide: true },
        {
          label: words('tags'),
          value: Object.entries(domain.tags)
            .map(([name, value]) => `${name}=${value}`)
            .join(', '),
          wide: true,
        },
      ]}
    />
  );
}
