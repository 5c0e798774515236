'use client';

import { useTranslations } from 'use-intl/react';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Count } from '@/components/ui/count';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/text-link';
import { groupFindings, type Finding, type FindingGroup, type Severity } from '@/lib/domain/check-up';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { CheckUp } from '@/lib/queries/check-up';
import { routes, type Place } from '@/lib/routes';
import { listHref, mendHref } from './mend-link';

/** Rows of one kind before the rest is folded. */
const shownAtOnce = 10;
/** What the command for a log group proposes: the middle of what AWS offers. */
const retentionDays = 30;

interface Around {
  place: Place;
  cli: CliOptions;
  cut: CheckUp['cut'];
}

const tones = { high: 'danger', medium: 'warning', low: 'neutral' } as const satisfies Record<
  Severity,
  string
>;

/** Findings under their severity, each kind with why it matters and the way to mend it. */
export function FindingGroups({ findings, ...around }: Around & { findings: readonly Finding[] }) {
  const t = useTranslations('checkUp');
  return groupFindings(findings).map(({ severity, groups }) => (
    <Card
      key={severity}
      title={t(`severity.${severity}`)}
      meta={<Count value={groups.flatMap((group) => group.findings).length} tone={tones[severity]} />}
      flush
    >
      {groups.map((group) => (
        <KindPart key={group.kind} group={group} {...around} />
      ))}
    </Card>
  ));
}

function KindPart({ group, ...around }: Around & { group: FindingGroup }) {
  const t = useTranslations('checkUp');
  const { kind, findings } = group;
  const rest = findings.slice(shownAtOnce);
  const cut = around.cut.find((one) => one.kind === kind);
  return (
    <section aria-label={t(`kinds.${kind}.title`)} className="border-b border-edge p-16 last:border-b-0">
      <h3 className="flex items-center gap-8 text-14 font-semibold">
        {t(`kinds.${kind}.title`)} <Count value={cut?.count ?? findings.length} />
      </h3>
      <p className="mt-2 max-w-form text-pretty text-muted">{t(`kinds.${kind}.why`)}</p>
      <Rows findings={findings.slice(0, shownAtOnce)} {...around} />
      {rest.length > 0 && (
        <div className="mt-8">
          <Disclosure summary={t('more', { count: rest.length })}>
            <Rows findings={rest} {...around} />
          </Disclosure>
        </div>
      )}
      {cut && (
        <p className="mt-8 text-muted">
          {t('inList', { shown: findings.length, count: cut.count })}{' '}
          <TextLink href={listHref(around.place, kind)}>{t('toList')}</TextLink>
        </p>
      )}
    </section>
  );
}

function Rows({ findings, ...around }: Around & { findings: readonly Finding[] }) {
  return (
    <ul className="mt-8 flex flex-col">
      {findings.map((finding) => (
        <FindingRow
          key={`${finding.functionName} ${finding.qualifier ?? ''} ${finding.evidence}`}
          finding={finding}
          {...around}
        />
      ))}
    </ul>
  );
}

function FindingRow({ finding, place, cli }: Around & { finding: Finding }) {
  const t = useTranslations('checkUp');
  const { kind, functionName, qualifier, evidence } = finding;
  const href = mendHref(place, finding);
  return (
    <li className="flex min-h-row flex-wrap items-center gap-x-16 gap-y-2 border-t border-edge py-4">
      <span className="min-w-0 wrap-anywhere">
        <TextLink strong href={routes.function(place, functionName)}>
          {[functionName, qualifier].filter(Boolean).join(':')}
        </TextLink>
      </span>
      {evidence && <code className="min-w-0 text-12 wrap-anywhere text-muted">{evidence}</code>}
      <span className="tablet:ml-auto">
        {href ? (
          <TextLink href={href}>
            {t(`kinds.${kind}.mend`)}{' '}
            <span className="sr-only">{t('ofFunction', { name: functionName })}</span>
          </TextLink>
        ) : (
          <CopyButton text={retentionCommand(evidence, cli)} size="small" variant="quiet">
            {t('copyCommand')}
          </CopyButton>
        )}
      </span>
    </li>
  );
}

function retentionCommand(group: string, cli: CliOptions): string {
  const parameters = { 'log-group-name': group, 'retention-in-days': retentionDays };
  return cliCommand('logs', 'put-retention-policy', parameters, cli);
}
