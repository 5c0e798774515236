import type { GetSamplingRulesResult } from '@aws-sdk/client-xray';
import type { Operation } from '../../service.ts';
import { defaultRule } from '../sampling.ts';

/** The default rule is the only one: rules cannot be made here. */
export function getSamplingRules(): Operation<object, GetSamplingRulesResult> {
  return (_input, { accountId, region }) => ({
    SamplingRuleRecords: [
      {
        SamplingRule: {
          RuleName: 'Default',
          RuleARN: `arn:aws:xray:${region}:${accountId}:sampling-rule/Default`,
          ResourceARN: '*',
          Priority: 10_000,
          FixedRate: defaultRule.fixedRate,
          ReservoirSize: defaultRule.reservoirSize,
          ServiceName: '*',
          ServiceType: '*',
          Host: '*',
          HTTPMethod: '*',
          URLPath: '*',
          Version: 1,
          Attributes: {},
        },
        // As AWS shows the one that nobody made.
        CreatedAt: new Date(0),
        ModifiedAt: new Date(0),
      },
    ],
  });
}
