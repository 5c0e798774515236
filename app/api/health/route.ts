import packageJson from '@/package.json';

export const dynamic = 'force-dynamic';

/** Answers as soon as the console can; says nothing that needs a sign-in. */
export function GET(): Response {
  return Response.json(
    { status: 'ok', version: packageJson.version },
    { headers: { 'cache-control': 'no-store' } },
  );
}
