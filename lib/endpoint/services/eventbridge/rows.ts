import type { SqlRow } from '../../store/database.ts';
import type { BusRecord, RuleRecord, TargetRecord, TargetSettings } from './records.ts';

export interface BusRow extends SqlRow {
  account_id: string;
  region: string;
  name: string;
  description: string | null;
  policy: string | null;
  tags: string;
  created_ms: number;
  modified_ms: number;
}

export interface RuleRow extends SqlRow {
  account_id: string;
  region: string;
  bus: string;
  name: string;
  pattern: string | null;
  schedule: string | null;
  state: string;
  description: string | null;
  role_arn: string | null;
  tags: string;
  anchor_ms: number;
  next_ms: number | null;
}

export interface TargetRow extends SqlRow {
  account_id: string;
  region: string;
  bus: string;
  rule: string;
  id: string;
  arn: string;
  settings: string;
}

export function toBus(row: BusRow): BusRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    description: row.description ?? undefined,
    policy: row.policy ?? undefined,
    tags: JSON.parse(row.tags) as Record<string, string>,
    createdMs: row.created_ms,
    modifiedMs: row.modified_ms,
  };
}

export function toRule(row: RuleRow): RuleRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    bus: row.bus,
    name: row.name,
    pattern: row.pattern ?? undefined,
    schedule: row.schedule ?? undefined,
    state: row.state,
    description: row.description ?? undefined,
    roleArn: row.role_arn ?? undefined,
    tags: JSON.parse(row.tags) as Record<string, string>,
    anchorMs: row.anchor_ms,
    nextMs: row.next_ms ?? undefined,
  };
}

export function toTarget(row: TargetRow): TargetRecord {
  return {
    rule: { accountId: row.account_id, region: row.region, bus: row.bus, name: row.rule },
    id: row.id,
    arn: row.arn,
    settings: JSON.parse(row.settings) as TargetSettings,
  };
}
