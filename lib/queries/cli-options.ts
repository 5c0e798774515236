import 'server-only';
import { requireUser } from '@/lib/auth/guard';
import { getConfig } from '@/lib/config';
import { getConnectionOrThrow } from '@/lib/connections/store';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { Place } from '@/lib/routes';

/** What an AWS CLI command needs to reach the same place as a page: Region, address, profile. Keys are not named. */
export async function getCliOptions(place: Place): Promise<CliOptions> {
  await requireUser('viewer');
  const { settings } = getConnectionOrThrow(place.connectionId);
  const { region } = place;
  switch (settings.kind) {
    case 'embedded':
      return { region, endpointUrl: getConfig().endpointUrl };
    case 'custom-endpoint':
      return { region, endpointUrl: settings.endpointUrl };
    case 'profile':
      return { region, profile: settings.profile };
    case 'default-chain':
    case 'static-keys':
    case 'assumed-role':
      return { region };
  }
}
