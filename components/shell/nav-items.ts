import { History, type LucideIcon, Plug, Settings, SquareFunction } from 'lucide-react';
import { type Place, routes } from '@/lib/routes';

export interface NavItem {
  readonly id: 'functions' | 'connections' | 'audit' | 'settings';
  readonly icon: LucideIcon;
  readonly href: (place: Place) => string;
  /** Stands at the foot: ours, not AWS's. */
  readonly isOurs?: boolean;
}

/** What the navigation leads to, in AWS's order; ours at the foot. Only pages that exist. */
export const navItems: readonly NavItem[] = [
  { id: 'functions', icon: SquareFunction, href: routes.functions },
  { id: 'connections', icon: Plug, href: routes.connections, isOurs: true },
  { id: 'audit', icon: History, href: routes.audit, isOurs: true },
  { id: 'settings', icon: Settings, href: routes.settings, isOurs: true },
];
