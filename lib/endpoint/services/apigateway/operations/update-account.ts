import type { Account, UpdateAccountRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { showAccount } from '../account-view.ts';
import { badRequest } from '../errors.ts';
import { applyPatch, text, type PatchRule } from '../patch.ts';
import type { RestApiParts, StoredAccount } from '../parts.ts';

const rules: readonly PatchRule<StoredAccount>[] = [text('cloudwatchRoleArn', { isRemovable: true })];

export function updateAccount(parts: RestApiParts): Operation<Given<UpdateAccountRequest>, Account> {
  return (input, context) => {
    const account: StoredAccount = { ...parts.items.accounts.find(context, 'account') };
    applyPatch(account, input.patchOperations, rules);
    const { cloudwatchRoleArn } = account;
    if (
      cloudwatchRoleArn !== undefined &&
      cloudwatchRoleArn !== '' &&
      !/^arn:[\w-]+:iam::\d{12}:role\/.+/.test(cloudwatchRoleArn)
    )
      throw badRequest(
        'The role ARN does not have required permissions configured. Please grant trust permission for API Gateway and add the required role policy.',
      );
    parts.items.accounts.put(context, 'account', account, { createdMs: parts.clock.now() });
    return showAccount(account);
  };
}
