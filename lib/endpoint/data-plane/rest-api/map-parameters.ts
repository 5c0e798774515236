import { isUnmappable } from './changed-headers.ts';
import { sourceText } from './parameter-sources.ts';
import { Refusal } from './refusal.ts';
import type { IntegratedCall } from './rest-call.ts';
import type { Overrides } from './templates.ts';
import { Budget, toText, type OnceMap } from './vtl/values.ts';

/** What the mappings and overrides of an integration's request come to. */
export interface MappedParameters {
  readonly path: ReadonlyMap<string, string>;
  readonly querystring: ReadonlyMap<string, string>;
  /** By lower-case name. */
  readonly header: ReadonlyMap<string, string>;
}

/** Evaluates `integration.request.…` mappings; an override goes before a mapping. */
export function mapParameters(call: IntegratedCall, overrides?: Overrides): MappedParameters | Refusal {
  const mapped = { path: new Map(), querystring: new Map(), header: new Map() } as Record<
    'path' | 'querystring' | 'header',
    Map<string, string>
  >;
  for (const [target, source] of Object.entries(call.integration.requestParameters ?? {})) {
    const [, place = '', name = ''] =
      /^integration\.request\.(path|querystring|header)\.(.+)$/.exec(target) ?? [];
    if (place !== 'path' && place !== 'querystring' && place !== 'header') continue;
    const value = sourceText(call, source);
    if (value !== undefined) mapped[place].set(place === 'header' ? name.toLowerCase() : name, value);
  }
  const override = (target: Map<string, string>, from: OnceMap, isHeader = false): void => {
    for (const [name, value] of from)
      target.set(isHeader ? name.toLowerCase() : name, toText(value, new Budget()));
  };
  if (overrides) {
    override(mapped.path, overrides.request.path);
    override(mapped.querystring, overrides.request.querystring);
    override(mapped.header, overrides.request.header, true);
  }
  for (const name of mapped.header.keys()) {
    if (isUnmappable(name, call.integration.type))
      return new Refusal('API_CONFIGURATION_ERROR', { reason: `${name} cannot be mapped` });
  }
  return mapped;
}
