import type { Metadata } from 'next';
import { CodeSource } from '@/components/code-editor/code-source';
import { LayerCard } from '@/components/configuration/layers/layer-card';
import {
  CodeProperties,
  RuntimeManagement,
  RuntimeSettings,
} from '@/components/configuration/runtime/code-cards';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { describeLayers } from '@/lib/queries/function-layers';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getRuntimeManagement } from '@/lib/queries/runtime';
import { routes, withQuery } from '@/lib/routes';
import { parseArn } from '@/lib/shared/arn';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('functionPage');
  return { title: t('code') };
}

export default async function CodePage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const [found, management, t] = await Promise.all([
    getFunction(place, functionName, qualifier),
    getRuntimeManagement(place, functionName, qualifier),
    getTranslator('codeSettings'),
  ]);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const facts = found.data;
  const isUpdating = facts.state === 'Pending' || facts.lastUpdateStatus === 'InProgress';
  const card = { place, facts, qualifier, refusedReason: mayChange ? undefined : t('roleNeeded') };
  return (
    <div className="flex flex-col gap-16 px-inset py-12">
      <CodeSource
        key={qualifier}
        target={{
          place,
          name: facts.name,
          qualifier,
          handler: facts.handler,
          codeSha256: facts.codeSha256,
        }}
        runtime={facts.runtime}
        isUpdating={isUpdating}
        variableNames={facts.variableNames}
        testHref={withQuery(routes.functionTab(place, facts.name, 'test'), { qualifier })}
        configurationHref={withQuery(routes.configuration(place, facts.name, 'environment'), { qualifier })}
      />
      <CodeProperties {...card} />
      <RuntimeSettings {...card} />
      {facts.packageType === 'Zip' && (
        <>
          <RuntimeManagement {...card} management={management} />
          <LayerCard
            place={place}
            functionName={facts.name}
            account={parseArn(facts.arn)?.account}
            layers={await describeLayers(place, facts.layerArns)}
            canEdit={qualifier === undefined}
            refusedReason={card.refusedReason}
          />
        </>
      )}
    </div>
  );
}
