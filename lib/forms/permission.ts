import type { AddPermissionCommandInput } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { functionNameSchema, placeSchema, qualifierSchema } from './place';

/** A statement of a resource-based policy as the form holds it; empty texts are not sent. */
export interface PermissionValues {
  readonly statementId: string;
  readonly principal: string;
  readonly action: string;
  readonly sourceArn: string;
  readonly sourceAccount: string;
  readonly organizationId: string;
}

export type PermissionField = keyof PermissionValues;

const text = z.string().max(4096);

export const addPermissionSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  qualifier: qualifierSchema,
  values: z.object({
    statementId: text,
    principal: text,
    action: text,
    sourceArn: text,
    sourceAccount: text,
    organizationId: text,
  }),
});

export const removePermissionSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  qualifier: qualifierSchema,
  statementId: z.string().min(1).max(1024),
});

/** Which of our fields a member of AWS's request belongs to, for refusals. */
export const permissionMemberFields: Readonly<Record<string, PermissionField>> = {
  statementId: 'statementId',
  principal: 'principal',
  action: 'action',
  sourceArn: 'sourceArn',
  sourceAccount: 'sourceAccount',
  principalOrgID: 'organizationId',
};

export function permissionToInput(
  functionName: string,
  qualifier: string | undefined,
  values: PermissionValues,
): AddPermissionCommandInput {
  return {
    FunctionName: functionName,
    Qualifier: qualifier,
    StatementId: values.statementId,
    Principal: values.principal,
    Action: values.action,
    ...(values.sourceArn && { SourceArn: values.sourceArn }),
    ...(values.sourceAccount && { SourceAccount: values.sourceAccount }),
    ...(values.organizationId && { PrincipalOrgID: values.organizationId }),
  };
}
