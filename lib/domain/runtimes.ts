/**
 * Lambda's runtimes as the user meets them: names, dates and defaults. Dates are AWS's published plan as of
 * November 2026. A runtime missing here is shown raw and survives a save.
 */

export type Language = 'nodejs' | 'python' | 'ruby' | 'java' | 'dotnet' | 'os-only';

export interface RuntimeFacts {
  readonly identifier: string;
  readonly label: string;
  readonly language: Language;
  /** ISO day from which the console no longer offers it. */
  readonly deprecatedOn?: string;
  readonly createBlockedOn?: string;
  readonly updateBlockedOn?: string;
}

const facts = (
  identifier: string,
  label: string,
  language: Language,
  deprecatedOn?: string,
  createBlockedOn?: string,
  updateBlockedOn?: string,
): RuntimeFacts => ({ identifier, label, language, deprecatedOn, createBlockedOn, updateBlockedOn });

/** Newest first within a language; the first of each language is its "latest supported". */
export const knownRuntimes: readonly RuntimeFacts[] = [
  facts('nodejs24.x', 'Node.js 24.x', 'nodejs', '2028-04-30', '2028-06-01', '2028-07-01'),
  facts('nodejs22.x', 'Node.js 22.x', 'nodejs', '2027-04-30', '2027-06-01', '2027-07-01'),
  facts('nodejs20.x', 'Node.js 20.x', 'nodejs', '2026-04-30', '2027-02-01', '2027-03-03'),
  facts('nodejs18.x', 'Node.js 18.x', 'nodejs', '2025-09-01', '2027-02-01', '2027-03-03'),
  facts('nodejs16.x', 'Node.js 16.x', 'nodejs', '2024-06-12', '2027-02-01', '2027-03-03'),
  facts('nodejs14.x', 'Node.js 14.x', 'nodejs', '2023-12-04', '2024-01-09', '2027-03-03'),
  facts('python3.14', 'Python 3.14', 'python', '2029-06-30', '2029-07-31', '2029-08-31'),
  facts('python3.13', 'Python 3.13', 'python', '2029-06-30', '2029-07-31', '2029-08-31'),
  facts('python3.12', 'Python 3.12', 'python', '2028-10-31', '2028-11-30', '2029-01-10'),
  facts('python3.11', 'Python 3.11', 'python', '2027-06-30', '2027-07-31', '2027-08-31'),
  facts('python3.10', 'Python 3.10', 'python', '2026-10-31', '2027-02-01', '2027-03-03'),
  facts('python3.9', 'Python 3.9', 'python', '2025-12-15', '2027-02-01', '2027-03-03'),
  facts('python3.8', 'Python 3.8', 'python', '2024-10-14', '2027-02-01', '2027-03-03'),
  facts('python3.7', 'Python 3.7', 'python', '2023-12-04', '2024-01-09', '2027-03-03'),
  facts('java25', 'Java 25', 'java', '2029-06-30', '2029-07-31', '2029-08-31'),
  facts('java21', 'Java 21', 'java', '2029-06-30', '2029-07-31', '2029-08-31'),
  facts('java17.al2023', 'Java 17 (Amazon Linux 2023)', 'java', '2029-06-30', '2029-07-31', '2029-08-31'),
  facts('java11.al2023', 'Java 11 (Amazon Linux 2023)', 'java', '2029-06-30', '2029-07-31', '2029-08-31'),
  facts('java8.al2023', 'Java 8 (Amazon Linux 2023)', 'java', '2029-06-30', '2029-07-31', '2029-08-31'),
  facts('java17', 'Java 17', 'java', '2027-06-30', '2027-07-31', '2027-08-31'),
  facts('java11', 'Java 11', 'java', '2027-06-30', '2027-07-31', '2027-08-31'),
  facts('java8.al2', 'Java 8 (Amazon Linux 2)', 'java', '2027-06-30', '2027-07-31', '2027-08-31'),
  facts('java8', 'Java 8', 'java', '2024-01-08', '2024-02-08', '2027-03-03'),
  facts('dotnet10', '.NET 10', 'dotnet', '2028-11-14', '2028-12-14', '2029-01-15'),
  facts('dotnet8', '.NET 8', 'dotnet', '2026-11-10', '2027-02-01', '2027-03-03'),
  facts('dotnet6', '.NET 6', 'dotnet', '2024-12-20', '2027-02-01', '2027-03-03'),
  facts('ruby4.0', 'Ruby 4.0', 'ruby', '2029-03-31', '2029-04-30', '2029-05-31'),
  facts('ruby3.4', 'Ruby 3.4', 'ruby', '2028-03-31', '2028-04-30', '2028-05-31'),
  facts('ruby3.3', 'Ruby 3.3', 'ruby', '2027-03-31', '2027-04-30', '2027-05-31'),
  facts('ruby3.2', 'Ruby 3.2', 'ruby', '2026-03-31', '2027-02-01', '2027-03-03'),
  facts('ruby2.7', 'Ruby 2.7', 'ruby', '2023-12-07', '2024-01-09', '2027-03-03'),
  facts('provided.al2023', 'Amazon Linux 2023', 'os-only', '2029-06-30', '2029-07-31', '2029-08-31'),
  facts('provided.al2', 'Amazon Linux 2', 'os-only', '2026-07-31', '2027-02-01', '2027-03-03'),
  facts('provided', 'Amazon Linux', 'os-only', '2024-01-08', '2024-02-08', '2027-03-03'),
  facts('go1.x', 'Go 1.x', 'os-only', '2024-01-08', '2024-02-08', '2027-03-03'),
];

const byIdentifier = new Map(knownRuntimes.map((runtime) => [runtime.identifier, runtime]));

/** Facts of a runtime, or undefined for one that is not in our list. */
export function runtimeFacts(identifier: string): RuntimeFacts | undefined {
  return byIdentifier.get(identifier);
}

export type RuntimeSupport = 'supported' | 'ending' | 'deprecated' | 'blocked' | 'unknown';

const endingNoticeDays = 90;
const dayMs = 86_400_000;

/** Where a runtime stands on a day: ending means deprecated within 90 days, blocked means updates are refused. */
export function runtimeSupport(identifier: string, now: Date): RuntimeSupport {
  const runtime = byIdentifier.get(identifier);
  if (!runtime) return 'unknown';
  const reached = (day: string | undefined, aheadDays = 0) =>
    day !== undefined && Date.parse(day) - aheadDays * dayMs <= now.getTime();
  if (reached(runtime.updateBlockedOn)) return 'blocked';
  if (reached(runtime.deprecatedOn)) return 'deprecated';
  if (reached(runtime.deprecatedOn, endingNoticeDays)) return 'ending';
  return 'supported';
}

/** Runtimes that a new function may choose on a day, as the create form groups them. */
export function offeredRuntimes(now: Date): { latest: RuntimeFacts[]; other: RuntimeFacts[] } {
  const latest: RuntimeFacts[] = [];
  const other: RuntimeFacts[] = [];
  const seen = new Set<Language>();
  for (const runtime of knownRuntimes) {
    const support = runtimeSupport(runtime.identifier, now);
    if (support === 'deprecated' || support === 'blocked') continue;
    (seen.has(runtime.language) ? other : latest).push(runtime);
    seen.add(runtime.language);
  }
  return { latest, other };
}

/** Handler that a new function of this language starts with. */
export function defaultHandler(language: Language): string {
  switch (language) {
    case 'nodejs':
      return 'index.handler';
    case 'python':
    case 'ruby':
      return 'lambda_function.lambda_handler';
    case 'java':
      return 'example.Hello::handleRequest';
    case 'dotnet':
      return 'LambdaTest::LambdaTest.LambdaHandler::handleRequest';
    case 'os-only':
      return 'bootstrap';
  }
}
