import { withStageVariables } from '../integrations/integration.ts';
import { isUnmappable } from '../rest-api/changed-headers.ts';
import { encodePathKeepingEscapes } from '../shared/http-address.ts';
import { sourceText } from './context.ts';
import { Refusal } from './refusal.ts';
import type { IntegratedCall } from './socket-call.ts';

/** What the mappings of an integration's request come to. */
export interface MappedParameters {
  readonly path: ReadonlyMap<string, string>;
  readonly querystring: ReadonlyMap<string, string>;
  /** By lower-case name. */
  readonly header: ReadonlyMap<string, string>;
}

/** Evaluates `integration.request.…` mappings. */
export function mapParameters(call: IntegratedCall): MappedParameters | Refusal {
  const mapped: Record<keyof MappedParameters, Map<string, string>> = {
    path: new Map(),
    querystring: new Map(),
    header: new Map(),
  };
  for (const [target, source] of Object.entries(call.integration.RequestParameters ?? {})) {
    const [, place, name = ''] = /^integration\.request\.(path|querystring|header)\.(.+)$/.exec(target) ?? [];
    if (place !== 'path' && place !== 'querystring' && place !== 'header') continue;
    const value = sourceText(call, source);
    if (value !== undefined) mapped[place].set(place === 'header' ? name.toLowerCase() : name, value);
  }
  for (const name of mapped.header.keys())
    if (isUnmappable(name, undefined))
      return new Refusal('API_CONFIGURATION_ERROR', { reason: `${name} cannot be mapped` });
  return mapped;
}

/** The integration's address with its places filled; undefined when one stays open. */
export function filledUri(call: IntegratedCall, { path }: MappedParameters): string | undefined {
  const address = withStageVariables(call.integration.IntegrationUri ?? '', call.stage.variables);
  let isOpen = false;
  const filled = address.replaceAll(/\{([^{}]+?)\+?\}/g, (_, name: string) => {
    const value = path.get(name);
    isOpen ||= value === undefined;
    return encodePathKeepingEscapes(value ?? '');
  });
  return isOpen ? undefined : filled;
}
