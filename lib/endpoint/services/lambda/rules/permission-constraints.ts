import { length, oneOf, pattern, type ConstraintRow } from './constraints.ts';
import * as patterns from './patterns.ts';

interface Permission {
  StatementId?: string | undefined;
  Action?: string | undefined;
  Principal?: string | undefined;
  SourceArn?: string | undefined;
  SourceAccount?: string | undefined;
  EventSourceToken?: string | undefined;
  FunctionUrlAuthType?: string | undefined;
  PrincipalOrgID?: string | undefined;
}

export const permissionConstraints: readonly ConstraintRow<Permission>[] = [
  { path: 'statementId', read: (input) => input.StatementId, check: length(1, 100) },
  { path: 'statementId', read: (input) => input.StatementId, check: pattern(patterns.statementIdPattern) },
  { path: 'action', read: (input) => input.Action, check: pattern('(lambda:[*]|lambda:[a-zA-Z]+|[*])') },
  { path: 'principal', read: (input) => input.Principal, check: pattern(String.raw`[^\s]+`) },
  { path: 'sourceArn', read: (input) => input.SourceArn, check: pattern(patterns.sourceArnPattern) },
  { path: 'sourceAccount', read: (input) => input.SourceAccount, check: pattern(String.raw`\d{12}`) },
  { path: 'eventSourceToken', read: (input) => input.EventSourceToken, check: length(0, 256) },
  {
    path: 'eventSourceToken',
    read: (input) => input.EventSourceToken,
    check: pattern(String.raw`[a-zA-Z0-9._\-]+`),
  },
  {
    path: 'functionUrlAuthType',
    read: (input) => input.FunctionUrlAuthType,
    check: oneOf(['NONE', 'AWS_IAM']),
  },
  { path: 'principalOrgID', read: (input) => input.PrincipalOrgID, check: pattern('o-[a-z0-9]{10,32}') },
];
