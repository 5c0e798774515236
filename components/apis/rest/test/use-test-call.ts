'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { announce } from '@/components/ui/live-region';
import { apiRoutes } from '@/lib/api-routes';
import type { ActionResult } from '@/lib/domain/console-error';
import type { TestAnswer, TestCall } from '@/lib/domain/rest-api/test-call';
import type { RestTarget } from '../rest-hrefs';

/** Sends tests of one method, one at a time, and keeps the last outcome. */
export function useTestCall({ place, apiId }: RestTarget, resourceId: string, httpMethod: string) {
  const t = useTranslations('restTest');
  const [isRunning, setIsRunning] = useState(false);
  const [outcome, setOutcome] = useState<ActionResult<TestAnswer>>();
  const run = async (call: TestCall) => {
    setIsRunning(true);
    try {
      const response = await fetch(apiRoutes.testMethod(place, apiId), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ resourceId, httpMethod, call }),
      });
      const result = (await response.json()) as ActionResult<TestAnswer>;
      setOutcome(result);
      announce(result.ok ? t('done', { status: result.data.status }) : t('failed'));
    } catch {
      setOutcome({
        ok: false,
        error: {
          kind: 'unreachable',
          message: t('noAnswer'),
          operation: 'apigateway:TestInvokeMethod',
          at: new Date().toISOString(),
        },
      });
    } finally {
      setIsRunning(false);
    }
  };
  return { run, isRunning, outcome };
}
