import {
  BadgeCheck,
  Cable,
  FileSignature,
  Gauge,
  Globe,
  History,
  KeyRound,
  Layers,
  LayoutDashboard,
  Link2,
  type LucideIcon,
  Network,
  Plug,
  Server,
  Settings,
  SquareFunction,
  Stethoscope,
  Waypoints,
} from 'lucide-react';
import { below, type Place, routes } from '@/lib/routes';

export interface NavItem {
  readonly id:
    | 'functions'
    | 'dashboard'
    | 'accountMap'
    | 'checkUp'
    | 'layers'
    | 'providers'
    | 'mappings'
    | 'signing'
    | 'apis'
    | 'domainNames'
    | 'vpcLinks'
    | 'usagePlans'
    | 'apiKeys'
    | 'clientCertificates'
    | 'connections'
    | 'audit'
    | 'settings';
  readonly icon: LucideIcon;
  readonly href: (place: Place) => string;
  /** The heading it stands under. */
  readonly group?: 'apiGateway';
  /** Stands at the foot: ours, not AWS's. */
  readonly isOurs?: boolean;
}

/** What the navigation leads to, in AWS's order; ours at the foot or beside what it is about. Only pages that exist. */
export const navItems: readonly NavItem[] = [
  { id: 'dashboard', icon: LayoutDashboard, href: routes.dashboard },
  { id: 'functions', icon: SquareFunction, href: routes.functions },
  { id: 'accountMap', icon: Network, href: routes.accountMap },
  { id: 'providers', icon: Server, href: (place) => below(place, 'capacity-providers') },
  { id: 'signing', icon: FileSignature, href: routes.signingConfigs },
  { id: 'mappings', icon: Cable, href: routes.mappings },
  { id: 'layers', icon: Layers, href: routes.layers },
  { id: 'checkUp', icon: Stethoscope, href: routes.checkUp },
  { id: 'apis', icon: Waypoints, href: routes.apis, group: 'apiGateway' },
  {
    id: 'domainNames',
    icon: Globe,
    href: (place) => routes.domainNames(place),
    group: 'apiGateway',
  },
  { id: 'vpcLinks', icon: Link2, href: (place) => routes.vpcLinks(place), group: 'apiGateway' },
  { id: 'usagePlans', icon: Gauge, href: (place) => routes.usagePlans(place), group: 'apiGateway' },
  { id: 'apiKeys', icon: KeyRound, href: (place) => routes.apiKeys(place), group: 'apiGateway' },
  {
    id: 'clientCertificates',
    icon: BadgeCheck,
    href: (place) => routes.clientCertificates(place),
    group: 'apiGateway',
  },
  { id: 'connections', icon: Plug, href: routes.connections, isOurs: true },
  { id: 'audit', icon: History, href: routes.audit, isOurs: true },
  { id: 'settings', icon: Settings, href: routes.settings, isOurs: true },
];
