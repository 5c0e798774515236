import { Status } from '@/components/ui/status';
import type { DomainName } from '@/lib/domain/domain-name';
import type { getTranslator } from '@/lib/i18n/server';

type Translator = Awaited<ReturnType<typeof getTranslator<'domainNames'>>>;

/** Type and status of a domain in words; a word that is new to us is shown as AWS says it. */
export function domainWords(t: Translator) {
  return {
    typeText({ endpointType }: DomainName): string {
      const key = `endpointTypes.${endpointType as 'EDGE'}` as const;
      return t.has(key) ? t(key) : endpointType;
    },
    status({ status, statusMessage }: DomainName) {
      const key = `statuses.${status as 'PENDING'}` as const;
      const look = status === 'AVAILABLE' ? 'success' : status === 'FAILED' ? 'danger' : 'progress';
      return (
        <Status look={look} tooltip={statusMessage || undefined}>
          {t.has(key) ? t(key) : status}
        </Status>
      );
    },
  };
}
