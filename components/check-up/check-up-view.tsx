'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Empty, EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { announce } from '@/components/ui/live-region';
import { SelectControl } from '@/components/ui/select-field';
import { findingKinds, findingsCsv, type Finding } from '@/lib/domain/check-up';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { CheckUp } from '@/lib/queries/check-up';
import type { Place } from '@/lib/routes';
import { CheckTable } from './check-table';
import { FindingGroups } from './finding-groups';
import { useLooks } from './use-looks';

const everyKind = 'every';

/** The checks with their state, and what they found, by severity. */
export function CheckUpView(props: { place: Place; checkUp: CheckUp; cli: CliOptions }) {
  const { place, checkUp } = props;
  const t = useTranslations('checkUp');
  const router = useRouter();
  const looks = useLooks(place);
  const [kind, setKind] = useState<string>(everyKind);
  const findings = [...checkUp.findings, ...looks.looks.flatMap((look) => look.findings)];
  const shown = kind === everyKind ? findings : findings.filter((finding) => finding.kind === kind);

  const handleLook = async (from: 'here' | 'start') => {
    const found = await looks.look(from);
    if (!found) return;
    announce(
      t('checks.done', {
        looked: found.length,
        count: checkUp.functionCount,
        findings: found.flatMap((look) => look.findings).length,
      }),
    );
    // Meanwhile the server may have learnt more about states.
    router.refresh();
  };
  const isDone =
    looks.isAtEnd &&
    checkUp.unknownStates === 0 &&
    looks.looks.every(({ refusals }) => refusals.length === 0);
  return (
    <>
      <Card title={t('checks.title')} acts={<LookActs {...props} looks={looks} onLook={handleLook} />} flush>
        <CheckTable checkUp={checkUp} looks={looks} />
        <p className="border-t border-edge px-16 py-8 text-12 text-pretty text-muted">
          {t('checks.cost', { count: checkUp.functionsAtOnce })} {t('checks.unqualified')}
        </p>
        {looks.error && (
          <div className="border-t border-edge p-16">
            <Failure
              error={looks.error}
              title={t('checks.failed')}
              onRetry={() => void handleLook('here')}
              compact
            />
          </div>
        )}
      </Card>
      {findings.length > 0 && (
        <KindBar findings={findings} kind={kind} onKindChange={setKind} shown={shown} />
      )}
      <FindingGroups place={place} cli={props.cli} cut={checkUp.cut} findings={shown} />
      {findings.length > 0 && shown.length === 0 && <EmptyLine>{t('nothingOfKind')}</EmptyLine>}
      {findings.length === 0 && !looks.isLooking && isDone && (
        <Empty title={t('nothing', { count: checkUp.functionCount })} text={t('nothingText')} />
      )}
      {findings.length === 0 && !looks.isLooking && !isDone && <EmptyLine>{t('nothingYet')}</EmptyLine>}
    </>
  );
}

function LookActs(props: {
  checkUp: CheckUp;
  looks: ReturnType<typeof useLooks>;
  onLook: (from: 'here' | 'start') => Promise<void>;
}) {
  const t = useTranslations('checkUp.checks');
  const { functionCount, functionsAtOnce } = props.checkUp;
  const { looks, isLooking, isAtEnd } = props.looks;
  const isFirst = looks.length === 0;
  const left = Math.max(1, Math.min(functionsAtOnce, functionCount - looks.length));
  if (isAtEnd) {
    return (
      <>
        <span className="text-12 text-muted">{t('allLooked')}</span>
        <Button onClick={() => void props.onLook('start')}>{t('again')}</Button>
      </>
    );
  }
  return (
    <Button
      variant={isFirst ? 'primary' : 'normal'}
      pending={isLooking}
      onClick={() => void props.onLook('here')}
    >
      {t(isFirst ? 'first' : 'next', { count: left })}
    </Button>
  );
}

function KindBar(props: {
  findings: readonly Finding[];
  shown: readonly Finding[];
  kind: string;
  onKindChange: (kind: string) => void;
}) {
  const t = useTranslations('checkUp');
  const countOf = (kind: string) => props.findings.filter((finding) => finding.kind === kind).length;
  const present = findingKinds.filter((kind) => kind === props.kind || countOf(kind) > 0);
  return (
    <div className="flex flex-wrap items-center gap-12">
      <div className="w-full max-w-field">
        <SelectControl
          ariaLabel={t('show')}
          value={props.kind}
          onValueChange={props.onKindChange}
          options={[
            { value: everyKind, label: t('everyKind', { count: props.findings.length }) },
            ...present.map((kind) => ({
              value: kind,
              label: t('kindCount', { kind: t(`kinds.${kind}.title`), count: countOf(kind) }),
            })),
          ]}
        />
      </div>
      <div className="tablet:ml-auto">
        <CopyButton text={findingsCsv(props.shown)}>{t('copyCsv')}</CopyButton>
      </div>
    </div>
  );
}
