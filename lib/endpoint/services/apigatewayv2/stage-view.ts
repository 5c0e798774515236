import type { Stage } from '@aws-sdk/client-apigatewayv2';
import type { StoredStage } from './records.ts';

export function describeStage({ createdMs, updatedMs, ...stage }: StoredStage): Stage {
  return { ...stage, CreatedDate: new Date(createdMs), LastUpdatedDate: new Date(updatedMs) };
}
