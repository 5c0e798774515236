'use client';

import { useEffect, useState, type ComponentType, type CSSProperties } from 'react';
import { useTranslations } from 'use-intl/react';
import { mapHeight, type ServiceMap } from '@/lib/domain/service-map';
import './designer.css';

export interface ServiceMapProps {
  readonly name: string;
  readonly map: ServiceMap;
}

/** The place of the map; the canvas arrives after the page stands, and never on a phone, where the table says it all. */
export function ServiceMapCard(props: ServiceMapProps) {
  const t = useTranslations('metrics');
  const [Canvas, setCanvas] = useState<ComponentType<ServiceMapProps>>();
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (!window.matchMedia('(min-width: 720px)').matches) return undefined;
    let isWanted = true;
    import('./service-map-flow').then(
      (module) => isWanted && setCanvas(() => module.ServiceMapFlow),
      () => isWanted && setHasFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return (
    <div
      className="h-(--overview-height) overflow-hidden rounded-8 border border-edge-strong bg-surface max-tablet:hidden"
      style={{ '--overview-height': `${mapHeight(props.map)}px` } as CSSProperties}
      aria-busy={!Canvas && !hasFailed}
    >
      {Canvas ? (
        <Canvas {...props} />
      ) : (
        <p className="p-16 text-12 text-muted">
          {hasFailed ? t('traces.mapFailed') : t('traces.mapLoading')}
        </p>
      )}
    </div>
  );
}
