import type { Database, SqlRow } from '../../store/database.ts';

/** What of a group's events goes to a function. */
export interface SubscriptionRecord {
  readonly groupId: number;
  readonly name: string;
  readonly pattern: string;
  readonly destinationArn: string;
  readonly createdMs: number;
}

interface SubscriptionRow extends SqlRow {
  group_id: number;
  name: string;
  pattern: string;
  destination_arn: string;
  created_ms: number;
}

/** Subscription filters. Every method is one statement. */
export function subscriptionQueries(database: Database) {
  return {
    /** In order of name; a group has two at most. */
    subscriptionsOf(groupId: number): SubscriptionRecord[] {
      return database
        .statement<SubscriptionRow>('SELECT * FROM logs_subscription WHERE group_id = :groupId ORDER BY name')
        .all({ groupId })
        .map((row) => ({
          groupId: row.group_id,
          name: row.name,
          pattern: row.pattern,
          destinationArn: row.destination_arn,
          createdMs: row.created_ms,
        }));
    },
    putSubscription(subscription: SubscriptionRecord): void {
      database
        .statement(
          `INSERT INTO logs_subscription (group_id, name, pattern, destination_arn, created_ms)
           VALUES (:groupId, :name, :pattern, :destinationArn, :createdMs)
           ON CONFLICT DO UPDATE SET pattern = excluded.pattern, destination_arn = excluded.destination_arn`,
        )
        .run({ ...subscription });
    },
    deleteSubscription(groupId: number, name: string): boolean {
      return (
        database
          .statement('DELETE FROM logs_subscription WHERE group_id = :groupId AND name = :name')
          .run({ groupId, name }).changes > 0
      );
    },
  };
}
