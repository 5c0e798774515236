import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  // A second build or dev server beside the first one gets a folder of its own.
  distDir: process.env.LAMBDECK_DIST_DIR ?? '.next',
  // Otherwise a lockfile in a folder above the checkout would make Next look there for its root.
  outputFileTracingRoot: root,
  turbopack: {
    root,
    // Texts are compiled on the server (lib/i18n/catalogue.ts): no page carries a parser of ICU messages.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  reactStrictMode: true,
  poweredByHeader: false,
  // A native binary and packages that read their own files: loaded by Node, not bundled.
  serverExternalPackages: ['libsql', 'yauzl', 'yazl', 'pino'],
  // Tests and demos reach the development server through 127.0.0.1 as well as localhost.
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  devIndicators: false,
  // Development would print the arguments of every action, secret keys and passwords among them.
  logging: { serverFunctions: false },
  typescript: { ignoreBuildErrors: true }, // `npm run check` type-checks; a build does not do it twice.
};

export default config;
