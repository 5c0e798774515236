import type { Config } from 'tailwindcss';

/** Thin on purpose: the tokens live in app/globals.css, which points here with @config for tooling. */
export default {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
} satisfies Config;
