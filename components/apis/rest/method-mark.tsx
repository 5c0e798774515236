import { VerbText } from './verb-text';

/** The method that a form is about, beside its title. */
export function MethodMark({ verb, path }: { verb: string; path: string }) {
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-8 rounded-4 border border-neutral-edge bg-neutral-ground px-8">
      <VerbText verb={verb} />
      <span className="font-mono text-12 wrap-anywhere">{path}</span>
    </span>
  );
}
