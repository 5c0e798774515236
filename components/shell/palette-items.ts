import {
  Braces,
  Cable,
  CirclePlus,
  Code,
  FileSignature,
  History,
  Layers,
  LayoutDashboard,
  type LucideIcon,
  Network,
  Plug,
  Server,
  Settings,
  SlidersHorizontal,
  SquareFunction,
  Stethoscope,
  SunMoon,
  Tag,
  TestTube,
  ChartLine,
  Waypoints,
} from 'lucide-react';
import { computeRoutes } from '@/lib/compute-routes';
import { type Place, routes } from '@/lib/routes';

export interface PaletteItem {
  readonly id: string;
  readonly group: 'onFunction' | 'acts' | 'functions' | 'goTo';
  readonly label: string;
  readonly detail?: string;
  readonly icon: LucideIcon;
  readonly href?: string;
  /** An act of the shell itself, by name. */
  readonly act?: 'switchTheme';
  readonly keys?: readonly string[];
}

/** The texts that the items need; a subset of `shell.palette` and `shell.navigation`. */
export type PaletteWords = (
  key:
    | 'code'
    | 'test'
    | 'monitor'
    | 'configuration'
    | 'editGeneral'
    | 'editEnvironment'
    | 'manageTags'
    | 'createFunction'
    | 'createApi'
    | 'switchTheme',
) => string;
export type PlaceWords = (
  key:
    | 'dashboard'
    | 'accountMap'
    | 'functions'
    | 'layers'
    | 'mappings'
    | 'providers'
    | 'signing'
    | 'checkUp'
    | 'apis'
    | 'connections'
    | 'audit'
    | 'settings',
) => string;

/** What can be done on the function that the page is about. */
export function functionItems(place: Place, name: string, t: PaletteWords): PaletteItem[] {
  const group = 'onFunction' as const;
  return [
    { id: 'code', group, label: t('code'), icon: Code, href: routes.functionTab(place, name, 'code') },
    { id: 'test', group, label: t('test'), icon: TestTube, href: routes.functionTab(place, name, 'test') },
    {
      id: 'monitor',
      group,
      label: t('monitor'),
      icon: ChartLine,
      href: routes.functionTab(place, name, 'monitor'),
    },
    {
      id: 'configuration',
      group,
      label: t('configuration'),
      icon: SlidersHorizontal,
      href: routes.configuration(place, name, 'general'),
    },
    {
      id: 'edit-general',
      group,
      label: t('editGeneral'),
      icon: SlidersHorizontal,
      href: routes.editConfiguration(place, name, 'general'),
    },
    {
      id: 'edit-environment',
      group,
      label: t('editEnvironment'),
      icon: Braces,
      href: routes.editConfiguration(place, name, 'environment'),
    },
    {
      id: 'manage-tags',
      group,
      label: t('manageTags'),
      icon: Tag,
      href: routes.editConfiguration(place, name, 'tags'),
    },
  ];
}

/** What can be done and gone to from everywhere. */
export function globalItems(place: Place, t: PaletteWords, places: PlaceWords): PaletteItem[] {
  return [
    {
      id: 'create',
      group: 'acts',
      label: t('createFunction'),
      icon: CirclePlus,
      href: routes.createFunction(place),
    },
    {
      id: 'create-api',
      group: 'acts',
      label: t('createApi'),
      icon: CirclePlus,
      href: routes.createApi(place),
    },
    { id: 'theme', group: 'acts', label: t('switchTheme'), icon: SunMoon, act: 'switchTheme' },
    {
      id: 'functions',
      group: 'goTo',
      label: places('functions'),
      icon: SquareFunction,
      href: routes.functions(place),
      keys: ['g', 'f'],
    },
    { id: 'layers', group: 'goTo', label: places('layers'), icon: Layers, href: routes.layers(place) },
    {
      id: 'dashboard',
      group: 'goTo',
      label: places('dashboard'),
      icon: LayoutDashboard,
      href: routes.dashboard(place),
    },
    {
      id: 'accountMap',
      group: 'goTo',
      label: places('accountMap'),
      icon: Network,
      href: routes.accountMap(place),
    },
    { id: 'mappings', group: 'goTo', label: places('mappings'), icon: Cable, href: routes.mappings(place) },
    {
      id: 'providers',
      group: 'goTo',
      label: places('providers'),
      icon: Server,
      href: computeRoutes.capacityProviders(place),
    },
    {
      id: 'signing',
      group: 'goTo',
      label: places('signing'),
      icon: FileSignature,
      href: routes.signingConfigs(place),
    },
    {
      id: 'checkUp',
      group: 'goTo',
      label: places('checkUp'),
      icon: Stethoscope,
      href: routes.checkUp(place),
    },
    {
      id: 'apis',
      group: 'goTo',
      label: places('apis'),
      icon: Waypoints,
      href: routes.apis(place),
      keys: ['g', 'p'],
    },
    {
      id: 'connections',
      group: 'goTo',
      label: places('connections'),
      icon: Plug,
      href: routes.connections(),
      keys: ['g', 'c'],
    },
    {
      id: 'audit',
      group: 'goTo',
      label: places('audit'),
      icon: History,
      href: routes.audit(),
      keys: ['g', 'a'],
    },
    {
      id: 'settings',
      group: 'goTo',
      label: places('settings'),
      icon: Settings,
      href: routes.settings(),
      keys: ['g', 's'],
    },
  ];
}

/** Items whose label or detail holds every word of `text`. */
export function matchItems(items: readonly PaletteItem[], text: string): PaletteItem[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const hay = `${item.label} ${item.detail ?? ''}`.toLowerCase();
    return words.every((word) => hay.includes(word));
  });
}
