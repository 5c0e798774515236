import { validationError } from '../errors.ts';
import type { MetricRecord } from '../records.ts';

export interface Search {
  readonly namespace: string;
  fits(metric: MetricRecord): boolean;
}

/**
 * SEARCH's simple form: `{Namespace,Dimension,…} Name="exact" Name=part word`, all of which must hold. OR, NOT and
 * brackets are refused.
 */
export function parseSearch(text: string): Search {
  const [, schema, rest = ''] = /^\s*\{([^}]*)\}(.*)$/s.exec(text) ?? [];
  if (schema === undefined)
    throw validationError('SEARCH must begin with a schema in braces, e.g. {AWS/Lambda,FunctionName}.');
  const [namespace = '', ...dimensionNames] = schema
    .split(',')
    .map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
  const wanted = [...dimensionNames].sort().join(',');
  if (/(^|\s)(OR|NOT)(\s|$)|[()]/.test(rest.replace(/"[^"]*"/g, '')))
    throw validationError('SEARCH with OR, NOT or brackets is not supported by the Lambdeck endpoint.');
  const terms = [...rest.matchAll(/(?:(\w+|"[^"]+")\s*=\s*)?("[^"]*"|[^\s"=]+)/g)]
    .map(([, key, value = '']) => ({
      key: key?.replaceAll('"', ''),
      isExact: value.startsWith('"'),
      value: value.replaceAll('"', ''),
    }))
    .filter(({ key, value }) => key !== undefined || value !== 'AND');
  return {
    namespace,
    fits(metric) {
      if (metric.namespace !== namespace) return false;
      if (metric.dimensions.map(({ name }) => name).join(',') !== wanted) return false;
      return terms.every(({ key, value, isExact }) => {
        const values =
          key === undefined
            ? [metric.name, ...metric.dimensions.map((dimension) => dimension.value)]
            : key === 'MetricName'
              ? [metric.name]
              : metric.dimensions.filter(({ name }) => name === key).map((dimension) => dimension.value);
        const part = value.toLowerCase();
        return values.some((held) => (isExact ? held === value : held.toLowerCase().includes(part)));
      });
    },
  };
}
