import 'server-only';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { HttpCors } from '@/lib/domain/http-api/cors';
import { readHttpApi } from '@/lib/queries/api';
import type { Place } from '@/lib/routes';
import { succeed, type Result } from '@/lib/shared/result';

/** CORS of an HTTP API; undefined while it has none. */
export async function getHttpCors(
  place: Place,
  apiId: string,
): Promise<Result<HttpCors | undefined, ConsoleError>> {
  const found = await readHttpApi(place, apiId);
  if (!found.ok) return found;
  const cors = found.data.CorsConfiguration;
  if (!cors) return succeed(undefined);
  return succeed({
    origins: cors.AllowOrigins ?? [],
    methods: cors.AllowMethods ?? [],
    headers: cors.AllowHeaders ?? [],
    exposed: cors.ExposeHeaders ?? [],
    maxAgeSeconds: cors.MaxAge,
    hasCredentials: cors.AllowCredentials ?? false,
  });
}
