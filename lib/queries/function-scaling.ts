import 'server-only';
import { GetFunctionScalingConfigCommand, type FunctionScalingConfig } from '@aws-sdk/client-lambda';
import type { ScalingTexts } from '@/lib/forms/function-scaling';
import type { Basis } from '@/lib/queries/configuration';
import { contentRevision } from '@/lib/queries/content-revision';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';

export interface EnvironmentBounds {
  readonly min: number;
  readonly max: number;
}

export interface FunctionScaling extends Basis<ScalingTexts> {
  /** Undefined where nobody asked for any: AWS's default is in force. */
  readonly requested: EnvironmentBounds | undefined;
  readonly applied: EnvironmentBounds | undefined;
}

function boundsOf(config: FunctionScalingConfig | undefined): EnvironmentBounds | undefined {
  const { MinExecutionEnvironments: min, MaxExecutionEnvironments: max } = config ?? {};
  return min === undefined || max === undefined ? undefined : { min, max };
}

/** Execution environments of a version on a capacity provider: asked for, and in force. */
export function getFunctionScaling(place: Place, functionName: string, qualifier: string) {
  return readAsViewer<FunctionScaling>(place, 'lambda:GetFunctionScalingConfig', async ({ lambda }) => {
    const output = await lambda.send(
      new GetFunctionScalingConfigCommand({ FunctionName: functionName, Qualifier: qualifier }),
    );
    const requested = boundsOf(output.RequestedFunctionScalingConfig);
    const values = { min: String(requested?.min ?? ''), max: String(requested?.max ?? '') };
    return {
      requested,
      applied: boundsOf(output.AppliedFunctionScalingConfig),
      values,
      revisionId: contentRevision(values),
      readAt: new Date().toISOString(),
    };
  });
}
