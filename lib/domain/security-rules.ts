/** A rule of a security group as a row: one source or destination of one permission. */
export interface RuleRow {
  /** `all`, or the protocol in capitals. */
  readonly protocol: string;
  /** `all`, one port, or a range; types of ICMP are not ports and are left out. */
  readonly ports: string;
  /** A block of addresses, a group or a prefix list. */
  readonly peer: string;
  readonly description: string;
}

interface Described {
  readonly Description?: string | undefined;
}

/** As EC2 answers; only what is shown. */
export interface Permission {
  readonly IpProtocol?: string | undefined;
  readonly FromPort?: number | undefined;
  readonly ToPort?: number | undefined;
  readonly IpRanges?: readonly (Described & { readonly CidrIp?: string | undefined })[] | undefined;
  readonly Ipv6Ranges?: readonly (Described & { readonly CidrIpv6?: string | undefined })[] | undefined;
  readonly UserIdGroupPairs?: readonly (Described & { readonly GroupId?: string | undefined })[] | undefined;
  readonly PrefixListIds?:
    readonly (Described & { readonly PrefixListId?: string | undefined })[] | undefined;
}

/** Rules of a group in one direction, in the order of its permissions. */
export function ruleRows(permissions: readonly Permission[] = []): RuleRow[] {
  return permissions.flatMap((permission) => {
    const protocol = protocolOf(permission.IpProtocol);
    const ports = portsOf(permission);
    const row = (peer: string | undefined, { Description: description = '' }: Described): RuleRow[] =>
      peer ? [{ protocol, ports, peer, description }] : [];
    return [
      ...(permission.IpRanges ?? []).flatMap((range) => row(range.CidrIp, range)),
      ...(permission.Ipv6Ranges ?? []).flatMap((range) => row(range.CidrIpv6, range)),
      ...(permission.UserIdGroupPairs ?? []).flatMap((pair) => row(pair.GroupId, pair)),
      ...(permission.PrefixListIds ?? []).flatMap((list) => row(list.PrefixListId, list)),
    ];
  });
}

function protocolOf(protocol = '-1'): string {
  return protocol === '-1' ? 'all' : protocol.toUpperCase();
}

function portsOf({ IpProtocol = '-1', FromPort: from, ToPort: to }: Permission): string {
  if (/icmp/i.test(IpProtocol) || IpProtocol === '1' || IpProtocol === '58') return '';
  if (from === undefined || from === -1 || (from === 0 && to === 65_535)) return 'all';
  return to === undefined || to === from ? String(from) : `${from}–${to}`;
}
