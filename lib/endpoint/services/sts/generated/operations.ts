// Written by lib/tools/generate-operations.ts; do not edit.
import { getCallerIdentity } from '../operations/get-caller-identity.ts';

export const operations = {
  GetCallerIdentity: getCallerIdentity,
};
