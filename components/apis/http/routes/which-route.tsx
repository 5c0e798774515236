'use client';

import { ArrowRight, Check, CircleX } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { SelectControl } from '@/components/ui/select-field';
import { TextInput } from '@/components/ui/text-input';
import { readRouteKey, routeMethods } from '@/lib/domain/http-api/http-api';
import { matchRoute } from '@/lib/domain/http-api/match-route';

const methods = routeMethods.filter((method) => method !== 'ANY');

/** Tells which of the routes answers a method and a path; nothing is sent. */
export function WhichRoute({ routeKeys }: { routeKeys: readonly string[] }) {
  const t = useTranslations('httpApis');
  const [method, setMethod] = useState<string>('GET');
  const [path, setPath] = useState('/');
  const routes = routeKeys.map((key) => ({ key, ...readRouteKey(key) }));
  const found = matchRoute(routes, method, path.startsWith('/') ? path : `/${path}`);
  return (
    <Card title={t('which')}>
      <div className="flex flex-wrap items-center gap-12">
        <SelectControl
          ariaLabel={t('method')}
          options={methods.map((value) => ({ value, label: value }))}
          value={method}
          onValueChange={setMethod}
        />
        <div className="min-w-0 flex-1 basis-menu">
          <TextInput
            mono
            aria-label={t('whichPath')}
            value={path}
            onChange={(event) => setPath(event.target.value)}
          />
        </div>
        <ArrowRight aria-hidden size={16} strokeWidth={1.75} className="text-muted" />
        <output>
          <Chip
            tone={found ? 'success' : 'warning'}
            mono
            icon={
              found ? (
                <Check aria-hidden size={14} strokeWidth={1.75} />
              ) : (
                <CircleX aria-hidden size={14} strokeWidth={1.75} />
              )
            }
          >
            {found?.key ?? t('whichNone')}
          </Chip>
        </output>
      </div>
    </Card>
  );
}
