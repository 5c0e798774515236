import type { CorsValues, FunctionUrlValues } from '@/lib/forms/function-url';

/** The fields as they are typed: lists are texts with one entry a line. */
export interface UrlDraft {
  readonly authType: string;
  readonly invokeMode: string;
  readonly hasCors: boolean;
  readonly origins: string;
  readonly methods: readonly string[];
  readonly headers: string;
  readonly exposed: string;
  readonly maxAge: string;
  readonly credentials: boolean;
}

export const corsMethods = ['*', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const;

/** AWS's own start for a new URL. */
export const newUrl: FunctionUrlValues = { authType: 'AWS_IAM', invokeMode: 'BUFFERED', cors: null };

const noCors: CorsValues = {
  origins: ['*'],
  methods: [],
  headers: [],
  exposed: [],
  maxAgeSeconds: 0,
  credentials: false,
};

export function toUrlDraft({ authType, invokeMode, cors }: FunctionUrlValues): UrlDraft {
  const shown = cors ?? noCors;
  return {
    authType,
    invokeMode,
    hasCors: cors !== null,
    origins: shown.origins.join('\n'),
    methods: shown.methods,
    headers: shown.headers.join('\n'),
    exposed: shown.exposed.join('\n'),
    maxAge: String(shown.maxAgeSeconds),
    credentials: shown.credentials,
  };
}

const linesOf = (text: string) =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter(Boolean);

/** What is typed as values; a maximum age that is no whole number is NaN. */
export function fromUrlDraft(draft: UrlDraft): FunctionUrlValues {
  return {
    authType: draft.authType,
    invokeMode: draft.invokeMode,
    cors: draft.hasCors
      ? {
          origins: linesOf(draft.origins),
          // In AWS's order, so that ticking twice is no change.
          methods: [
            ...corsMethods.filter((method) => draft.methods.includes(method)),
            ...draft.methods.filter((method) => !corsMethods.some((known) => known === method)),
          ],
          headers: linesOf(draft.headers),
          exposed: linesOf(draft.exposed),
          maxAgeSeconds: /^\d{1,6}$/.test(draft.maxAge.trim()) ? Number(draft.maxAge) : Number.NaN,
          credentials: draft.credentials,
        }
      : null,
  };
}

/** AWS refuses `*` beside other methods, so ticking the one takes the others away. */
export function tickMethod(methods: readonly string[], method: string, isTicked: boolean): string[] {
  const others = methods.filter((other) => other !== method);
  if (!isTicked) return others;
  return method === '*' ? ['*'] : [...others.filter((other) => other !== '*'), method];
}

/** The same lists may come in another order from AWS; only what is in them counts. */
export function corsText(cors: CorsValues | null): string {
  if (cors === null) return '';
  return [
    cors.origins.join(', '),
    [...cors.methods].sort().join(' '),
    cors.headers.length > 0 && `allow ${cors.headers.join(', ')}`,
    cors.exposed.length > 0 && `expose ${cors.exposed.join(', ')}`,
    cors.maxAgeSeconds > 0 && `${cors.maxAgeSeconds} s`,
    cors.credentials && 'credentials',
  ]
    .filter(Boolean)
    .join(' · ');
}
