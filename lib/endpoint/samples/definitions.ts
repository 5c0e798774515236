/** The functions a new, empty data folder begins with. Their sources are the folders beside this file. */
export interface SampleDefinition {
  readonly name: string;
  readonly language: 'node' | 'python';
  readonly handler: string;
  readonly description: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly variables: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

const tagsOf = (team: string) => ({ sample: 'true', team });

export const sampleDefinitions: readonly SampleDefinition[] = [
  {
    name: 'order-pricing',
    language: 'node',
    handler: 'index.handler',
    description: 'Validates an order and prices it; throws typed errors',
    memoryMb: 256,
    timeoutSeconds: 5,
    variables: { CURRENCY: 'EUR', FREE_SHIPPING_FROM: '5000' },
    tags: tagsOf('shop'),
  },
  {
    name: 'image-sizes',
    language: 'node',
    handler: 'index.handler',
    description: 'Plans crops and sizes of an image for a responsive page',
    memoryMb: 512,
    timeoutSeconds: 10,
    variables: { WIDTHS: '320,640,1280,1920' },
    tags: tagsOf('media'),
  },
  {
    name: 'countdown-stream',
    language: 'node',
    handler: 'index.handler',
    description: 'Streams its response word by word',
    memoryMb: 128,
    timeoutSeconds: 15,
    variables: { STEP_MS: '250' },
    tags: tagsOf('media'),
  },
  {
    name: 'webhook-receiver',
    language: 'node',
    handler: 'index.handler',
    description: 'Accepts signed webhooks and refuses forged or old ones',
    memoryMb: 128,
    timeoutSeconds: 3,
    variables: { SIGNING_SECRET: 'change-me', TOLERANCE_SECONDS: '300' },
    tags: tagsOf('shop'),
  },
  {
    name: 'sales-report',
    language: 'python',
    handler: 'app.handler',
    description: 'Summarises a CSV of sales by region and product',
    memoryMb: 256,
    timeoutSeconds: 30,
    variables: { LOG_LEVEL: 'INFO', TOP_PRODUCTS: '3' },
    tags: tagsOf('finance'),
  },
  {
    name: 'text-statistics',
    language: 'python',
    handler: 'text_statistics.handler',
    description: 'Counts words, sentences and reading time of a text',
    memoryMb: 128,
    timeoutSeconds: 5,
    variables: { WORDS_PER_MINUTE: '220' },
    tags: tagsOf('media'),
  },
];
