const colours: Readonly<Record<string, string>> = {
  GET: 'text-method-get',
  HEAD: 'text-method-get',
  POST: 'text-method-post',
  PUT: 'text-method-put',
  PATCH: 'text-method-put',
  DELETE: 'text-method-delete',
  ANY: 'text-method-any',
};

/** The verb of a method, in its colour; the word alone tells it, too. */
export function VerbText({ verb, className = '' }: { verb: string; className?: string }) {
  return (
    <span
      className={`font-mono text-12 font-semibold ${colours[verb] ?? 'text-method-options'} ${className}`}
    >
      {verb}
    </span>
  );
}
