import Link from 'next/link';
import type { Shell } from '@/lib/queries/shell';
import { type Place, routes } from '@/lib/routes';
import { AccountMenu } from './account-menu';
import { ConnectionSwitcher } from './connection-switcher';
import { HelpButton } from './help-button';
import { MobileNavigation } from './mobile-navigation';
import { ProductMark } from './product-mark';
import { RegionSwitcher } from './region-switcher';
import { SearchButton } from './search-button';
import { ThemeToggle } from './theme-toggle';

/** Product, connection, Region, search, help, theme, account. */
export function TopBar(props: {
  shell: Shell;
  place: Place;
  homeLabel: string;
  onSignOut?: () => Promise<unknown>;
}) {
  const { shell, place } = props;
  return (
    <header className="flex h-topbar shrink-0 items-center gap-8 px-16 max-tablet:px-8">
      <MobileNavigation fallback={place} />
      <Link
        href={routes.home()}
        aria-label={props.homeLabel}
        className="flex shrink-0 items-center gap-8 rounded-6 text-16 font-semibold tablet:w-mark"
      >
        <ProductMark />
        <span className="max-tablet:hidden">Lambdeck</span>
      </Link>
      <span className="flex min-w-0 gap-8 max-tablet:hidden">
        <ConnectionSwitcher shell={shell} fallback={place} />
        <RegionSwitcher shell={shell} fallback={place} />
      </span>
      <span className="flex min-w-0 flex-1 tablet:hidden">
        <ConnectionSwitcher shell={shell} fallback={place} withRegions />
      </span>
      <span className="flex min-w-0 justify-end tablet:flex-1">
        <SearchButton />
      </span>
      <span className="flex items-center gap-4 max-tablet:hidden">
        <HelpButton />
        <ThemeToggle />
      </span>
      <AccountMenu user={shell.user} onSignOut={props.onSignOut} />
    </header>
  );
}
