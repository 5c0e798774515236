import 'server-only';
import { ExportApiCommand } from '@aws-sdk/client-apigatewayv2';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** The OpenAPI definition of an HTTP API as AWS writes it, as it stands or as a stage serves it. */
export async function exportHttpApi(
  place: Place,
  apiId: string,
  options: {
    readonly format: 'JSON' | 'YAML';
    readonly stage: string | undefined;
    readonly extensions: boolean;
  },
): Promise<Result<string, ConsoleError>> {
  await requireUser('viewer');
  try {
    const client = await (await awsFor(place)).apiGatewayV2();
    const output = await client.send(
      new ExportApiCommand({
        ApiId: apiId,
        Specification: 'OAS30',
        OutputType: options.format,
        StageName: options.stage,
        IncludeExtensions: options.extensions,
      }),
    );
    return succeed(new TextDecoder().decode(output.body));
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'apigateway:ExportApi' }));
  }
}
