import type { GetSamplingTargetsRequest, GetSamplingTargetsResult } from '@aws-sdk/client-xray';
import type { Given, Operation } from '../../service.ts';
import { invalidRequest } from '../errors.ts';
import type { XRayParts } from '../parts.ts';
import { defaultRule } from '../sampling.ts';

const documentsMax = 25;
const quotaMs = 10_000;

/** Each program that asks gets the default rule's whole reservoir for ten seconds. */
export function getSamplingTargets({
  now,
}: XRayParts): Operation<Given<GetSamplingTargetsRequest>, GetSamplingTargetsResult> {
  return (input) => {
    const documents = input.SamplingStatisticsDocuments;
    if (documents.length > documentsMax)
      throw invalidRequest(`At most ${documentsMax} documents can be sent with one request.`);
    const known = documents.filter(({ RuleName }) => RuleName === 'Default');
    const unknown = documents.filter(({ RuleName }) => RuleName !== 'Default');
    return {
      SamplingTargetDocuments: known.slice(0, 1).map(() => ({
        RuleName: 'Default',
        FixedRate: defaultRule.fixedRate,
        ReservoirQuota: defaultRule.reservoirSize,
        ReservoirQuotaTTL: new Date(now() + quotaMs),
        Interval: quotaMs / 1000,
      })),
      LastRuleModification: new Date(0),
      UnprocessedStatistics: unknown.map(({ RuleName }) => ({
        RuleName,
        ErrorCode: '404',
        Message: `The rule ${RuleName ?? ''} does not exist.`,
      })),
    };
  };
}
