import type { GetParameterHistoryRequest, GetParameterHistoryResult } from '@aws-sdk/client-ssm';
import type { Given, Operation } from '../../service.ts';
import { findParameterOrThrow, valueOf } from '../parameters.ts';
import type { SsmParts } from '../parts.ts';
import { readCount, readToken, tokenAfter } from '../rules/page.ts';
import { versionFacts } from '../version-facts.ts';

/** Oldest first. */
export function getParameterHistory(
  parts: SsmParts,
): Operation<Given<GetParameterHistoryRequest>, GetParameterHistoryResult> {
  return (input, context) => {
    const size = readCount(input.MaxResults, 50, 50);
    const parameter = findParameterOrThrow(parts, context, input.Name);
    const after = Number(readToken(input.NextToken) ?? 0);
    const rest = parts.repository.versionsOf(parameter).filter(({ version }) => version > after);
    const shown = rest.slice(0, size);
    const last = shown.at(-1);
    return {
      Parameters: shown.map((version) => ({
        Name: parameter.name,
        ...versionFacts(parameter, version),
        Value: valueOf(parts, parameter, version, input.WithDecryption === true),
        Labels: [...version.labels],
      })),
      ...(last && rest.length > size && { NextToken: tokenAfter(String(last.version)) }),
    };
  };
}
