import { sha256Hex } from '@/components/patterns/sha256';
import type { PublishedLayer } from '@/lib/actions/layers/publish-layer';
import { apiRoutes } from '@/lib/api-routes';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import type { LayerDetails } from '@/lib/forms/layer';
import { withQuery, type Place } from '@/lib/routes';
import { refuse } from '@/lib/shared/result';

/** Sends an archive and what it is; a refusal is a value, also when nothing answers. */
export async function uploadLayer(
  place: Place,
  layer: string,
  details: LayerDetails,
  zip: File,
): Promise<ActionResult<PublishedLayer>> {
  try {
    const response = await fetch(
      withQuery(apiRoutes.uploadLayer(place, layer), { details: JSON.stringify(details) }),
      {
        method: 'PUT',
        body: zip,
        headers: {
          'content-type': 'application/zip',
          'x-content-sha256': await sha256Hex(new Uint8Array(await zip.arrayBuffer())),
        },
      },
    );
    return (await response.json()) as ActionResult<PublishedLayer>;
  } catch {
    return refuse(
      consoleError('unreachable', 'The console did not answer. Check the network and that its server runs.'),
    );
  }
}
