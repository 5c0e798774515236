'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { Status } from '@/components/ui/status';
import { callChecks, standOf, type CallCheck } from '@/lib/domain/check-up';
import type { CheckUp } from '@/lib/queries/check-up';
import type { Looks } from './use-looks';

/** Every check with where it stands: not looked at, looking, looked at, could not look and why. */
export function CheckTable(props: { checkUp: CheckUp; looks: Looks }) {
  const t = useTranslations('checkUp.checks');
  const { functionCount, unknownStates } = props.checkUp;
  const all = <Status look="success">{t('all', { count: functionCount })}</Status>;
  return (
    <table className="w-full border-collapse text-14">
      <caption className="sr-only">{t('title')}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('check')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        <CheckRow name={t('runtime')}>{all}</CheckRow>
        <CheckRow name={t('functionState')}>
          {unknownStates === 0 ? (
            all
          ) : (
            <Status look="unknown">{t('statesUnknown', { count: unknownStates })}</Status>
          )}
        </CheckRow>
        {callChecks.map((check) => (
          <CheckRow key={check} name={t(check)}>
            <CallState check={check} {...props} />
          </CheckRow>
        ))}
      </tbody>
    </table>
  );
}

function CheckRow(props: { name: string; children: ReactNode }) {
  return (
    <tr className="border-b border-edge align-top last:border-b-0 max-tablet:flex max-tablet:flex-col max-tablet:py-8">
      <th scope="row" className="px-16 py-8 text-left font-medium max-tablet:py-0">
        {props.name}
      </th>
      <td className="px-16 py-8 max-tablet:py-0">{props.children}</td>
    </tr>
  );
}

function CallState(props: { check: CallCheck; checkUp: CheckUp; looks: Looks }) {
  const t = useTranslations('checkUp.checks');
  const { looks, isLooking } = props.looks;
  const { looked, refused, reasons } = standOf(props.check, looks);
  if (isLooking) return <Status look="progress">{t('looking')}</Status>;
  if (looks.length === 0) return <Status look="unknown">{t('notLooked')}</Status>;
  return (
    <div className="flex flex-col gap-4">
      {(looked > 0 || refused === 0) && (
        <Status look="success">{t('looked', { looked, count: props.checkUp.functionCount })}</Status>
      )}
      {refused > 0 && (
        <>
          <Status look={reasons.some(({ kind }) => kind === 'denied') ? 'denied' : 'warning'}>
            {t('refused', { refused })}
          </Status>
          <ul className="text-12 text-muted">
            {reasons.slice(0, reasonsMax).map(({ message }) => (
              <li key={message} className="wrap-anywhere">
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** A service names the function in each refusal; a few of them say what is wrong. */
const reasonsMax = 3;
