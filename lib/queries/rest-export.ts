import 'server-only';
import { GetExportCommand } from '@aws-sdk/client-api-gateway';
import type { ExportChoice } from '@/lib/domain/rest-api/export';
import { askRestApi } from '@/lib/queries/rest-parts';
import type { Place } from '@/lib/routes';

/** What a stage serves, as a definition. */
export function exportRestApi(place: Place, apiId: string, choice: ExportChoice) {
  return askRestApi(place, 'apigateway:GetExport', async (client) => {
    const output = await client.send(
      new GetExportCommand({
        restApiId: apiId,
        stageName: choice.stage,
        exportType: choice.type,
        accepts: `application/${choice.format}`,
        ...(choice.extensions && { parameters: { extensions: choice.extensions } }),
      }),
    );
    return output.body ?? new Uint8Array();
  });
}
