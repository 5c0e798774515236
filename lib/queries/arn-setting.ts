import 'server-only';
import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { arnSettingOf, type ArnSetting } from '@/lib/forms/settings';
import type { Basis } from '@/lib/queries/configuration';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';

/** A setting that is one ARN, for its edit page. */
export function getArnSetting(place: Place, functionName: string, setting: ArnSetting) {
  return readAsViewer<Basis<{ readonly arn: string }>>(
    place,
    'lambda:GetFunctionConfiguration',
    async ({ lambda }) => {
      const command = new GetFunctionConfigurationCommand({ FunctionName: functionName });
      const output = await lambda.send(command);
      return {
        values: { arn: arnSettingOf(setting, output) },
        revisionId: output.RevisionId,
        readAt: new Date().toISOString(),
      };
    },
  );
}
