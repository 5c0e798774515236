/** What an extension asks of the Telemetry API 2022-07-01, or of its forerunner, the Logs API 2020-08-15. */
export interface Subscription {
  readonly types: readonly TelemetryType[];
  /** Always on this machine: only the port is taken from the address that the extension gives. */
  readonly destination: { readonly protocol: 'HTTP' | 'TCP'; readonly port: number; readonly path: string };
  readonly maxItems: number;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

export type TelemetryType = 'platform' | 'function' | 'extension';

const types: readonly TelemetryType[] = ['platform', 'function', 'extension'];
const telemetryVersions = ['2022-07-01', '2022-12-13', '2025-01-29'];
const logsVersions = ['2020-08-15', '2021-03-18'];
const buffering = {
  maxItems: { least: 1000, most: 10_000, usual: 10_000 },
  maxBytes: { least: 262_144, most: 1_048_576, usual: 262_144 },
  timeoutMs: { least: 25, most: 30_000, usual: 1000 },
} as const;

/** A subscription as it was asked for; a string says what is wrong with it. */
export function parseSubscription(api: 'telemetry' | 'logs', body: unknown): Subscription | string {
  if (!isRecord(body)) return 'Invalid request body';
  const versions = api === 'telemetry' ? telemetryVersions : logsVersions;
  const version = body['schemaVersion'] ?? versions[0];
  if (!versions.includes(String(version))) return `schemaVersion must be one of ${versions.join(', ')}`;
  const asked = body['types'];
  if (!Array.isArray(asked) || asked.length === 0 || !asked.every((type) => types.includes(type))) {
    return `types must name at least one of ${types.join(', ')}`;
  }
  const destination = parseDestination(body['destination']);
  if (typeof destination === 'string') return destination;
  const given = isRecord(body['buffering']) ? body['buffering'] : {};
  const sizes: Record<string, number> = {};
  for (const [name, range] of Object.entries(buffering)) {
    const value = given[name] ?? range.usual;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < range.least || value > range.most) {
      return `buffering.${name} must be between ${range.least} and ${range.most}`;
    }
    sizes[name] = value;
  }
  return {
    types: types.filter((type) => asked.includes(type)),
    destination,
    maxItems: sizes['maxItems'] ?? buffering.maxItems.usual,
    maxBytes: sizes['maxBytes'] ?? buffering.maxBytes.usual,
    timeoutMs: sizes['timeoutMs'] ?? buffering.timeoutMs.usual,
  };
}

function parseDestination(given: unknown): Subscription['destination'] | string {
  if (!isRecord(given)) return 'destination is required';
  if (given['protocol'] === 'TCP') {
    const port = given['port'];
    if (typeof port !== 'number' || !isPort(port)) return 'destination.port must be between 1 and 65535';
    return { protocol: 'TCP', port, path: '' };
  }
  if (given['protocol'] !== 'HTTP') return 'destination.protocol must be HTTP or TCP';
  const address = given['URI'] ?? given['uri'];
  if (typeof address !== 'string' || !URL.canParse(address)) return 'destination.URI must be an address';
  const url = new URL(address);
  const isHere = url.hostname === 'sandbox.localdomain' || url.hostname === 'sandbox';
  if (url.protocol !== 'http:' || !isHere)
    return 'destination.URI must begin with http://sandbox.localdomain';
  const port = Number(url.port === '' ? 80 : url.port);
  return { protocol: 'HTTP', port, path: `${url.pathname}${url.search}` };
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port > 0 && port <= 65_535;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
