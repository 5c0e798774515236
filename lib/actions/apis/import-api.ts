import 'server-only';
import { ImportRestApiCommand } from '@aws-sdk/client-api-gateway';
import { ImportApiCommand } from '@aws-sdk/client-apigatewayv2';
import { parse } from 'yaml';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { previewOpenApi, type Namesake, type OpenApiPreview } from '@/lib/domain/openapi-preview';
import { importApiSchema, previewImportSchema } from '@/lib/forms/create-api';
import { listApiChoices } from '@/lib/queries/apis';
import { routes, type Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** YAML is read character by character: more of it would hold up everyone on this server. */
const yamlMax = 1024 * 1024;

/** Reads JSON or YAML. Aliases that would grow a document out of bounds are refused by the parser. */
export function parseDefinition(text: string): Result<unknown, string> {
  const isJson = text.trimStart().startsWith('{');
  if (!isJson && text.length > yamlMax)
    return refuse('YAML of more than 1 MB is imported without a preview.');
  try {
    const value: unknown = isJson ? JSON.parse(text) : parse(text, { maxAliasCount: 100, logLevel: 'error' });
    return succeed(value);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'The definition cannot be read.');
  }
}

export interface ImportPreview extends OpenApiPreview {
  /** The first few; none where the APIs cannot be listed. */
  readonly namesakes: readonly Namesake[];
}

const namesakesMax = 3;

async function namesakesOf(place: Place, kind: 'REST' | 'HTTP', title: string): Promise<Namesake[]> {
  if (title === '') return [];
  const apis = await listApiChoices(place);
  return apis
    .filter(({ protocol, name }) => protocol === kind && name === title)
    .slice(0, namesakesMax)
    .map(({ id, name }) => ({ id, name }));
}

/** What an import would create, and what is there under its name. The definition is sent nowhere. */
export async function previewImport(input: unknown): Promise<ActionResult<ImportPreview>> {
  const operation = 'apigateway:ImportApi';
  return runAction(
    {
      role: 'developer',
      schema: previewImportSchema,
      audit: null,
      operation,
      run: async ({ place, text, kind }) => {
        const parsed = parseDefinition(text);
        if (!parsed.ok) return refuse(consoleError('invalid', parsed.error, { operation, field: 'text' }));
        const preview = previewOpenApi(parsed.data, kind);
        return succeed({ ...preview, namesakes: await namesakesOf(place, kind, preview.title) });
      },
    },
    input,
  );
}

export interface ImportedApi {
  readonly id: string;
  /** AWS's sentences about what it left out. */
  readonly warnings: readonly string[];
}

/** Makes an API of a definition. The text is sent as it is: AWS reads it by its own rules. */
export async function importApi(input: unknown): Promise<ActionResult<ImportedApi>> {
  return runAction(
    {
      role: 'developer',
      schema: importApiSchema,
      audit: 'api.import',
      operation: 'apigateway:ImportApi',
      fields: { body: 'text' },
      place: ({ place }) => place,
      details: ({ kind, text, basePath, failOnWarnings }, data) => ({
        protocol: kind,
        characters: text.length,
        basePath,
        failOnWarnings,
        ...(data && { id: data.id }),
      }),
      revalidate: ({ place }) => [routes.apis(place)],
      run: async ({ place, kind, text, endpointType, basePath, failOnWarnings }) => {
        const aws = await awsFor(place);
        if (kind === 'REST') {
          const output = await (
            await aws.apiGateway()
          ).send(
            new ImportRestApiCommand({
              body: new TextEncoder().encode(text),
              failOnWarnings,
              parameters: { endpointConfigurationTypes: endpointType, basepath: basePath },
            }),
          );
          return succeed({ id: output.id ?? '', warnings: output.warnings ?? [] });
        }
        const output = await (
          await aws.apiGatewayV2()
        ).send(new ImportApiCommand({ Body: text, Basepath: basePath, FailOnWarnings: failOnWarnings }));
        return succeed({
          id: output.ApiId ?? '',
          warnings: [...(output.Warnings ?? []), ...(output.ImportInfo ?? [])],
        });
      },
    },
    input,
  );
}
