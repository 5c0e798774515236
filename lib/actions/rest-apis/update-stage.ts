'use server';

import { UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import type * as z from 'zod';
import type { ActionResult } from '@/lib/domain/console-error';
import type { PatchOperation } from '@/lib/domain/rest-api/patch';
import {
  canaryPatch,
  promotion,
  settingsPatch,
  settingsPath,
  stagePatch,
  variablesPatch,
} from '@/lib/domain/rest-api/stage';
import { updateStageSchema } from '@/lib/forms/rest-stages';
import { succeed } from '@/lib/shared/result';
import { changeRestApi, wirePatch } from './change-rest-api';

type StageChange = z.output<typeof updateStageSchema>['change'];

function stepsOf(change: StageChange): readonly PatchOperation[] {
  switch (change.kind) {
    case 'values':
      return stagePatch(change.before, change.after);
    case 'variables':
      return variablesPatch(change.before, change.after);
    case 'override':
      return change.after === null
        ? [{ op: 'remove', path: settingsPath(change.key) }]
        : settingsPatch(change.key, change.before, change.after);
    case 'deployment':
      return [{ op: 'replace', path: '/deploymentId', value: change.deploymentId }];
    case 'canary':
      return canaryPatch(change.before, change.after);
    case 'promote':
      return promotion;
    case 'removeCanary':
      return [{ op: 'remove', path: '/canarySettings' }];
    case 'documentation':
      return [{ op: 'replace', path: '/documentationVersion', value: change.version }];
  }
}

/** Changes a stage: its settings, variables, deployment or canary. Takes effect at once. */
export async function updateRestStageAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: updateStageSchema,
      audit: 'api-stage.update',
      operation: 'apigateway:UpdateStage',
      // Variables may hold what nobody meant to write down: only the paths are recorded.
      details: ({ stage, change }) => ({
        stage,
        change: change.kind,
        paths: stepsOf(change).map(({ path }) => path),
      }),
      run: async (client, { apiId, stage, change }) => {
        const patchOperations = wirePatch(stepsOf(change));
        await client.send(new UpdateStageCommand({ restApiId: apiId, stageName: stage, patchOperations }));
        return succeed(undefined);
      },
    },
    input,
  );
}
