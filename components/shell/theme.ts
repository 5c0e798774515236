'use client';

import { setPreferencesAction } from '@/lib/preferences/set-preferences';

/** Turns light to dark and back, at once and for the next visits. */
export function switchTheme(): void {
  const root = document.documentElement;
  const isDark =
    root.classList.contains('dark') ||
    (!root.classList.contains('light') && matchMedia('(prefers-color-scheme: dark)').matches);
  const theme = isDark ? 'light' : 'dark';
  root.classList.remove('light', 'dark');
  root.classList.add(theme);
  void setPreferencesAction({ theme });
}
