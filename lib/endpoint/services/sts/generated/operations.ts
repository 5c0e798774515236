// Written by lib/tools/generate-operations.ts; do not edit.
import { assumeRole } from '../operations/assume-role.ts';
import { getCallerIdentity } from '../operations/get-caller-identity.ts';
import { getSessionToken } from '../operations/get-session-token.ts';

export const operations = {
  AssumeRole: assumeRole,
  GetCallerIdentity: getCallerIdentity,
  GetSessionToken: getSessionToken,
};
