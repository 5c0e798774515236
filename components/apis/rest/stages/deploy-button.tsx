'use client';

import { Rocket } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import type { RestTarget } from '../rest-hrefs';

const DeployDialog = dynamic(() => import('./deploy-dialog').then((module) => module.DeployDialog));

/** What the dialog knows of the stages. */
export interface StageChoice {
  readonly name: string;
  readonly hasCanary: boolean;
}

/** "Deploy API", in the header of every page of a REST API. */
export function DeployButton(props: {
  target: RestTarget;
  apiName: string;
  stages: readonly StageChoice[];
  refusedReason: string | undefined;
}) {
  const t = useTranslations('restStages.deploy');
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <>
      <Button
        variant="primary"
        icon={<Rocket aria-hidden size={16} strokeWidth={1.75} />}
        disabledReason={props.refusedReason}
        onClick={() => {
          setWasOpened(true);
          setIsOpen(true);
        }}
      >
        {t('act')}
      </Button>
      {wasOpened && <DeployDialog {...props} open={isOpen} onOpenChange={setIsOpen} />}
    </>
  );
}
