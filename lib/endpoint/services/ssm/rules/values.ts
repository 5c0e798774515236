import { invalidPattern, outOfBounds, patternMismatch, validation } from '../errors.ts';
import type { ParameterType } from '../records.ts';

const standardMax = 4096;
const advancedMax = 8192;

type Tier = 'Standard' | 'Advanced';

/** A parameter does not go back to the standard tier, as on AWS. */
export function readTier(given: string | undefined, value: string, before: Tier | undefined): Tier {
  switch (given) {
    case 'Intelligent-Tiering':
      return before === 'Advanced' || Buffer.byteLength(value) > standardMax ? 'Advanced' : 'Standard';
    case 'Advanced':
      return 'Advanced';
    case 'Standard':
      if (before === 'Advanced')
        throw validation(
          "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the advanced parameter and recreate it as a standard parameter.",
        );
      return 'Standard';
    case undefined:
      return before ?? 'Standard';
    default:
      throw outOfBounds(
        'tier',
        'Member must satisfy enum value set: [Standard, Advanced, Intelligent-Tiering]',
      );
  }
}

export function assertValue(
  value: string,
  kept: { readonly type: ParameterType; readonly tier: Tier; readonly allowedPattern: string | undefined },
): void {
  const { tier, allowedPattern } = kept;
  const bytes = Buffer.byteLength(value);
  if (bytes === 0) throw outOfBounds('value', 'Member must have length greater than or equal to 1');
  if (tier === 'Standard' && bytes > standardMax) {
    throw validation(
      'Standard tier parameters support a maximum parameter value of 4096 characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html',
    );
  }
  if (bytes > advancedMax)
    throw validation('Advanced tier parameters support a maximum parameter value of 8192 characters.');
  if (kept.type === 'StringList' && value.split(',').some((item) => item === ''))
    throw validation('A StringList must hold items separated by commas, none of them empty.');
  if (allowedPattern === undefined) return;
  if (allowedPattern.length > 1024)
    throw outOfBounds('allowedPattern', 'Member must have length less than or equal to 1024');
  if (!compile(allowedPattern).test(value)) throw patternMismatch(allowedPattern);
}

function compile(pattern: string): RegExp {
  try {
    return new RegExp(pattern);
  } catch {
    throw invalidPattern();
  }
}
