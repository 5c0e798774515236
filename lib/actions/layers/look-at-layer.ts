'use server';

import { runAction } from '@/lib/actions/run-action';
import type { ActionResult } from '@/lib/domain/console-error';
import { lookAtLayerSchema, lookAtVersionsSchema } from '@/lib/forms/layer';
import { getLayerByArn, listLayerVersions, type LayerRow } from '@/lib/queries/layers';
import { succeed } from '@/lib/shared/result';

/** "Verify": what a pasted ARN stands for. */
export async function verifyLayerAction(input: unknown): Promise<ActionResult<LayerRow>> {
  return runAction(
    {
      role: 'viewer',
      schema: lookAtLayerSchema,
      audit: null,
      operation: 'lambda:GetLayerVersion',
      run: ({ place, arn }): Promise<ActionResult<LayerRow>> => getLayerByArn(place, arn),
    },
    input,
  );
}

/** The versions of a layer that was chosen, newest first. */
export async function layerVersionsAction(input: unknown): Promise<ActionResult<readonly LayerRow[]>> {
  return runAction(
    {
      role: 'viewer',
      schema: lookAtVersionsSchema,
      audit: null,
      operation: 'lambda:ListLayerVersions',
      run: async ({ place, layer }): Promise<ActionResult<readonly LayerRow[]>> => {
        const found = await listLayerVersions(place, layer);
        return found.ok ? succeed(found.data.rows) : found;
      },
    },
    input,
  );
}
