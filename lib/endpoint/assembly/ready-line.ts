import type { EndpointConfig } from '../config.ts';
import type { RunningEndpoint } from './endpoint.ts';

/** What is said once requests are answered: one JSON line for a program that started us, sentences for a person. */
export function readyLine(endpoint: RunningEndpoint, config: EndpointConfig): string {
  const { port, url, isolation, found, recovered } = endpoint;
  if (config.hasParent)
    return JSON.stringify({ ready: true, port, url, isolation, runtimes: found, recovered });
  const runtimes = found.map((runtime) => `${runtime.version} (${runtime.identifiers.join(', ')})`);
  return [
    `Lambdeck endpoint: ${url}`,
    `Isolation: ${isolation}`,
    `Runtimes: ${runtimes.join('; ')}`,
    `Data: ${config.dataFolder}`,
    ...recovered.map((sentence) => `Recovered: ${sentence}`),
    ...openWarnings(config),
  ].join('\n');
}

function openWarnings({ host, keys }: EndpointConfig): string[] {
  const isLoopback = host === 'localhost' || host === '::1' || host.startsWith('127.');
  if (isLoopback || keys.size > 0) return [];
  return [
    'Warning: other machines can reach this endpoint and any key works. Whoever can create a function runs code ' +
      'here; set LAMBDECK_ENDPOINT_KEYS.',
  ];
}
