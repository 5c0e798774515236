import type { Account, GetAccountRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { showAccount } from '../account-view.ts';
import type { RestApiParts } from '../parts.ts';

export function getAccount(parts: RestApiParts): Operation<Given<GetAccountRequest>, Account> {
  return (_input, context) => {
    return showAccount(parts.items.accounts.find(context, 'account') ?? {});
  };
}
