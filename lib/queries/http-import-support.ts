import 'server-only';
import { ExportApiCommand } from '@aws-sdk/client-apigatewayv2';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { Place } from '@/lib/routes';

/**
 * Whether the endpoint of a place lacks the import and export of HTTP APIs. It is asked to export an API that cannot
 * be: who knows the operation does not know the API, who does not says so.
 */
export async function isHttpImportMissing(place: Place): Promise<boolean> {
  await requireUser('viewer');
  try {
    const client = await (await awsFor(place)).apiGatewayV2();
    await client.send(
      new ExportApiCommand({ ApiId: '0000000000', Specification: 'OAS30', OutputType: 'JSON' }),
    );
    return false;
  } catch (error) {
    return toConsoleError(error, { operation: 'apigateway:ExportApi' }).kind === 'unsupported';
  }
}
