import type { MenuGroup } from '@/components/ui/menu';
import type { Shell } from '@/lib/queries/shell';
import { type Place, routes } from '@/lib/routes';

/** Regions by area, each leading to its functions on the same connection. */
export function regionGroups(regions: Shell['regions'], place: Place): MenuGroup[] {
  const areas = [...new Set(regions.map((region) => region.area))];
  return areas.map((area) => ({
    id: area,
    label: area,
    items: regions
      .filter((region) => region.area === area)
      .map((region) => ({
        id: region.id,
        label: region.id,
        meta: region.name,
        href: routes.functions({ connectionId: place.connectionId, region: region.id }),
        checked: region.id === place.region,
      })),
  }));
}
