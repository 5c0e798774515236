import 'server-only';
import { GetFunctionConfigurationCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import type { Basis } from '@/lib/queries/configuration';
import { getLayerByArn } from '@/lib/queries/layers';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';

/** What the form of a function's layers is filled from. */
export interface LayersBasis extends Basis<{ readonly arns: readonly string[] }> {
  readonly runtime: string | undefined;
  readonly architecture: string;
  readonly packageType: string;
}

/** The layers of a function, in the order in which they are merged, for the edit page. */
export function getLayersBasis(place: Place, functionName: string) {
  return readAsViewer<LayersBasis>(place, 'lambda:GetFunctionConfiguration', async ({ lambda }) => {
    const output = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: functionName }));
    return {
      values: { arns: (output.Layers ?? []).flatMap(({ Arn }) => Arn ?? []) },
      runtime: output.Runtime,
      architecture: output.Architectures?.[0] ?? 'x86_64',
      packageType: output.PackageType ?? 'Zip',
      revisionId: output.RevisionId,
      readAt: new Date().toISOString(),
    };
  });
}

/** What is known of each layer of a function; a layer that may not be read has its ARN alone. */
export async function describeLayers(place: Place, arns: readonly string[]) {
  return Promise.all(
    arns.map(async (arn) => {
      const found = await getLayerByArn(place, arn);
      return { arn, known: found.ok ? found.data : undefined };
    }),
  );
}

export type DescribedLayer = Awaited<ReturnType<typeof describeLayers>>[number];

/** Pages of 50 functions that are looked through. */
const pagesMax = 20;

/** Functions of the account whose working copy uses this version of a layer. */
export function listLayerUsers(place: Place, arn: string) {
  return readAsViewer(place, 'lambda:ListFunctions', async ({ lambda }) => {
    const names: string[] = [];
    let marker: string | undefined;
    for (let page = 0; page < pagesMax; page += 1) {
      const output = await lambda.send(new ListFunctionsCommand({ MaxItems: 50, Marker: marker }));
      for (const { FunctionName = '', Layers } of output.Functions ?? []) {
        if (Layers?.some((layer) => layer.Arn === arn)) names.push(FunctionName);
      }
      marker = output.NextMarker;
      if (!marker) break;
    }
    return { names, isCut: marker !== undefined };
  });
}
