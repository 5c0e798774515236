/** Which thing at the other end invokes a function: enough to read, change, pause or remove that link. */
export type TriggerRef =
  | { readonly type: 'mapping'; readonly id: string }
  | { readonly type: 'topic'; readonly topicArn: string }
  | { readonly type: 'rule'; readonly bus: string; readonly rule: string }
  | { readonly type: 'schedule'; readonly group: string; readonly schedule: string }
  | { readonly type: 'bucket'; readonly bucket: string; readonly notification: string }
  | { readonly type: 'log-filter'; readonly group: string; readonly filter: string }
  | { readonly type: 'function-url' }
  | { readonly type: 'statement'; readonly statementId: string };

/** One text for URLs, keys and actions; `parseTriggerRef` reads it. */
export function triggerRefText(ref: TriggerRef): string {
  return Object.values(ref).map(encodeURIComponent).join(':');
}

/** Undefined for a text that names no trigger. */
export function parseTriggerRef(text: string): TriggerRef | undefined {
  let parts: string[];
  try {
    parts = text.split(':').map(decodeURIComponent);
  } catch {
    return undefined;
  }
  const [type, first = '', second = ''] = parts;
  if (type === 'function-url') return { type };
  if (first === '') return undefined;
  switch (type) {
    case 'mapping':
      return { type, id: first };
    case 'topic':
      return { type, topicArn: first };
    case 'rule':
      return { type, bus: first, rule: second };
    case 'schedule':
      return { type, group: first, schedule: second };
    case 'bucket':
      return { type, bucket: first, notification: second };
    case 'log-filter':
      return { type, group: first, filter: second };
    case 'statement':
      return { type, statementId: first };
    default:
      return undefined;
  }
}

/** `rule/orders` is on the default bus, `rule/shop/orders` on the bus `shop`; undefined for other ARNs. */
export function ruleOfArn(arn: string): { readonly bus: string; readonly rule: string } | undefined {
  const parts = /^arn:[^:]+:events:[^:]*:[^:]*:rule\/(?:([^/]+)\/)?([^/]+)$/.exec(arn);
  return parts?.[2] === undefined ? undefined : { bus: parts[1] ?? 'default', rule: parts[2] };
}
