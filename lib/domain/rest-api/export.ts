/** The two specifications that a REST API is exported in, as GetExport calls them. */
export const exportTypes = [
  { id: 'oas30', label: 'OpenAPI 3.0' },
  { id: 'swagger', label: 'OpenAPI 2.0 (Swagger)' },
] as const;
export const exportFormats = ['json', 'yaml'] as const;
/** Empty: the definition alone. */
export const exportExtensions = ['', 'apigateway', 'postman'] as const;

/** What is exported, and how. */
export interface ExportChoice {
  readonly stage: string;
  readonly type: (typeof exportTypes)[number]['id'];
  readonly format: (typeof exportFormats)[number];
  readonly extensions: (typeof exportExtensions)[number];
}

/** A choice from an address; what is none of the choices becomes the first one. */
export function readExportChoice(query: URLSearchParams): ExportChoice {
  const pick = <Value extends string>(name: string, values: readonly Value[], otherwise: Value): Value =>
    values.find((value) => value === query.get(name)) ?? otherwise;
  return {
    stage: query.get('stage') ?? '',
    type: pick(
      'type',
      exportTypes.map(({ id }) => id),
      'oas30',
    ),
    format: pick('format', exportFormats, 'json'),
    extensions: pick('extensions', exportExtensions, ''),
  };
}

/** `orders-prod-oas30-apigateway.json` */
export function exportFileName(apiId: string, { stage, type, format, extensions }: ExportChoice): string {
  return `${[apiId, stage, type, extensions].filter(Boolean).join('-')}.${format}`;
}
